package vigie.registry;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.TypeEntry;

/** Types of services. Services and checks name them, so that a name stands, and one in use is not closed. */
@Component
class TypeRegister extends NamedRegister<TypeEntry> {
    private final TypeTable table;

    TypeRegister(TypeTable table, ByHand hand) {
        super(Kind.TYPE, "types", new TypeEntry("", ""), hand);
        this.table = table;
    }

    @Override
    List<Kept<TypeEntry>> kept() {
        return table.kept();
    }

    @Override
    String name(TypeEntry entry) {
        return entry.name();
    }

    @Override
    Row row(Kept<TypeEntry> kept) {
        var entry = kept.entry();
        var page = kept.gone() ? "" : "/services?type=" + entry.name();
        return new Row(kept.id(), entry.name(), entry.description(), "", kept.gone(), 0, page);
    }

    @Override
    List<FormField> fields(TypeEntry entry, String owner, boolean isNew) {
        var description = FormField.text("description", entry.description());
        return isNew ? List.of(FormField.must("name", ""), description) : List.of(description);
    }

    @Override
    TypeEntry after(TypeEntry before, Written written) {
        return new TypeEntry(written.nameOnce(before.name()), written.text("description", before.description()));
    }

    @Override
    void put(long id, TypeEntry entry) {
        table.put(entry);
    }

    @Override
    void remove(long id, Instant at) {
        table.close(id, at);
    }

    @Override
    boolean isUsed(String name) {
        return table.isUsed(name);
    }
}
