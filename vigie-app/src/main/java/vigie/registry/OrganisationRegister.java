package vigie.registry;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.OrganisationEntry;

/** Institutes and laboratories, and the sites they take part in: many to many, and none of both is allowed. */
@Component
class OrganisationRegister extends NamedRegister<OrganisationEntry> {
    private final OrganisationTable table;
    private final Federation federation;

    OrganisationRegister(OrganisationTable table, Federation federation, ByHand hand) {
        super(Kind.ORGANISATION, "organisations", new OrganisationEntry("", "", "", "", List.of()), hand);
        this.table = table;
        this.federation = federation;
    }

    @Override
    List<Kept<OrganisationEntry>> kept() {
        return table.kept();
    }

    @Override
    String name(OrganisationEntry entry) {
        return entry.name();
    }

    @Override
    Row row(Kept<OrganisationEntry> kept) {
        return new Row(kept.id(), kept.entry().name(), kept.entry().kind(), "", kept.gone(), 0, "");
    }

    @Override
    List<FormField> fields(OrganisationEntry entry, String owner, boolean isNew) {
        return List.of(
                FormField.must("name", entry.name()),
                FormField.text("officialName", entry.officialName()),
                FormField.must("kind", entry.kind()),
                FormField.text("town", entry.town()),
                Sites.field(federation, entry.sites()));
    }

    @Override
    OrganisationEntry after(OrganisationEntry before, Written written) {
        return new OrganisationEntry(
                written.required("name", before.name()),
                written.text("officialName", before.officialName()),
                written.required("kind", before.kind()),
                written.text("town", before.town()),
                Sites.known(federation, written.words("sites", before.sites())));
    }

    @Override
    void put(long id, OrganisationEntry entry) {
        if (id != 0) {
            table.rename(id, entry.name());
        }
        table.put(entry);
    }

    @Override
    void remove(long id, Instant at) {
        table.close(id, at);
    }
}
