package vigie.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.NgiEntry;

/** National infrastructures. Sites name theirs, so that its name stands once it is given. */
@Component
class NgiRegister extends NamedRegister<NgiEntry> {
    private final NgiTable table;

    NgiRegister(NgiTable table, ByHand hand) {
        super(Kind.NGI, "ngis", new NgiEntry("", "", "", "", ""), hand);
        this.table = table;
    }

    @Override
    List<Kept<NgiEntry>> kept() {
        return table.kept().stream()
                .sorted(Comparator.comparing(one -> name(one.entry())))
                .toList();
    }

    @Override
    String name(NgiEntry entry) {
        return entry.name();
    }

    @Override
    Row row(Kept<NgiEntry> kept) {
        return new Row(kept.id(), kept.entry().name(), kept.entry().description(), kept.source(), kept.gone(), 0, "");
    }

    @Override
    List<FormField> fields(NgiEntry entry, String owner, boolean isNew) {
        var fields = new ArrayList<FormField>();
        if (isNew) {
            fields.add(FormField.must("name", ""));
        }
        fields.add(FormField.text("description", entry.description()).ownedBy(owner));
        fields.add(FormField.text("mail", entry.mail()).ownedBy(owner));
        fields.add(FormField.text("rodMail", entry.rodMail()).ownedBy(owner));
        return fields;
    }

    @Override
    NgiEntry after(NgiEntry before, Written written) {
        return new NgiEntry(
                before.key(),
                written.nameOnce(before.name()),
                written.text("description", before.description()),
                written.mail("mail", before.mail()),
                written.mail("rodMail", before.rodMail()));
    }

    @Override
    void put(long id, NgiEntry entry) {
        table.kept().stream()
                .filter(one -> one.entry().name().equals(entry.name()))
                .findFirst()
                .ifPresentOrElse(there -> table.set(there.id(), entry, ""), () -> table.add(entry, ""));
    }

    @Override
    void remove(long id, Instant at) {
        table.remove(id, at);
    }

    @Override
    boolean isUsed(String name) {
        return table.hasSites(name);
    }
}
