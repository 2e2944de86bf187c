package vigie.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.VoEntry;

/** Virtual organisations and the sites that support them. Results name a VO, so that its name stands. */
@Component
class VoRegister extends NamedRegister<VoEntry> {
    private final VoTable table;
    private final Federation federation;

    VoRegister(VoTable table, Federation federation, ByHand hand) {
        super(Kind.VO, "vos", new VoEntry("", "", List.of()), hand);
        this.table = table;
        this.federation = federation;
    }

    @Override
    List<Kept<VoEntry>> kept() {
        return table.kept();
    }

    @Override
    String name(VoEntry entry) {
        return entry.name();
    }

    @Override
    Row row(Kept<VoEntry> kept) {
        var entry = kept.entry();
        var page = kept.gone() ? "" : "/services?vo=" + entry.name();
        return new Row(kept.id(), entry.name(), entry.description(), "", kept.gone(), 0, page);
    }

    @Override
    List<FormField> fields(VoEntry entry, String owner, boolean isNew) {
        var fields = new ArrayList<FormField>();
        if (isNew) {
            fields.add(FormField.must("name", ""));
        }
        fields.add(FormField.text("description", entry.description()));
        fields.add(Sites.field(federation, entry.sites()));
        return fields;
    }

    @Override
    VoEntry after(VoEntry before, Written written) {
        return new VoEntry(
                written.nameOnce(before.name()),
                written.text("description", before.description()),
                Sites.known(federation, written.words("sites", before.sites())));
    }

    @Override
    void put(long id, VoEntry entry) {
        table.put(entry);
    }

    @Override
    void remove(long id, Instant at) {
        table.close(id, at);
    }
}
