package vigie.registry;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.OrganisationEntry;
import vigie.words.Refusal;

/** Institutes and laboratories, and the sites they take part in: many to many, and none of both is allowed. */
@Component
class OrganisationRegister implements Register {
    private final OrganisationTable table;
    private final Federation federation;
    private final ByHand hand;

    OrganisationRegister(OrganisationTable table, Federation federation, ByHand hand) {
        this.table = table;
        this.federation = federation;
        this.hand = hand;
    }

    @Override
    public Kind kind() {
        return Kind.ORGANISATION;
    }

    @Override
    public String path() {
        return "organisations";
    }

    @Override
    public List<Row> rows() {
        return table.kept().stream()
                .map(one -> new Row(one.id(), one.entry().name(), one.entry().kind(), "", one.gone(), 0, ""))
                .toList();
    }

    @Override
    public boolean mayAdd(Actor who) {
        return who.may(Right.EDIT_FEDERATION);
    }

    @Override
    public boolean mayChange(Actor who, Row row) {
        return mayAdd(who);
    }

    @Override
    public Form blank(Actor who, Map<String, String> given) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        return new Form(0, "", "", false, false, "", fields(new OrganisationEntry("", "", "", "", List.of())));
    }

    @Override
    public Form form(Actor who, long id) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var kept = kept(id);
        return new Form(id, kept.entry().name(), "", kept.gone(), !kept.gone(), "", fields(kept.entry()));
    }

    private List<FormField> fields(OrganisationEntry entry) {
        var fields = new java.util.ArrayList<FormField>();
        fields.add(FormField.must("name", entry.name()));
        fields.add(FormField.text("officialName", entry.officialName()));
        fields.add(FormField.must("kind", entry.kind()));
        fields.add(FormField.text("town", entry.town()));
        fields.add(
                FormField.of(FormField.Sort.MANY, "sites", String.join("\n", entry.sites()), Sites.names(federation)));
        return fields;
    }

    @Override
    @Transactional
    public long add(Actor who, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var entry = entry(new OrganisationEntry("", "", "", "", List.of()), written);
        var name = entry.name();
        var reason = written.reason();
        hand.begin();
        if (table.kept().stream()
                .anyMatch(one -> !one.gone() && one.entry().name().equals(name))) {
            throw Refusal.unreadable("name", "registry.name-taken", name);
        }
        table.put(entry);
        hand.added(who, "organisation:" + name, Kind.ORGANISATION, name, reason);
        return table.kept().stream()
                .filter(one -> one.entry().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    @Transactional
    public void change(Actor who, long id, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        hand.begin();
        var kept = kept(id);
        ByHand.mustBeOurs(kept, kept.entry().name());
        var after = entry(kept.entry(), written);
        if (!after.equals(kept.entry())) {
            var reason = written.reason();
            if (table.kept().stream()
                    .anyMatch(one -> one.id() != id && one.entry().name().equals(after.name()))) {
                throw Refusal.unreadable("name", "registry.name-taken", after.name());
            }
            table.rename(id, after.name());
            table.put(after);
            hand.changed(who, "organisation:" + after.name(), Kind.ORGANISATION, kept.entry(), after, reason);
        }
    }

    @Override
    @Transactional
    public void close(Actor who, long id, String reason) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        hand.begin();
        var kept = kept(id);
        ByHand.mustBeOurs(kept, kept.entry().name());
        table.close(id, hand.now());
        hand.closed(
                who,
                "organisation:" + kept.entry().name(),
                Kind.ORGANISATION,
                kept.entry().name(),
                reason);
    }

    private OrganisationEntry entry(OrganisationEntry before, Written written) {
        return new OrganisationEntry(
                written.required("name", before.name()),
                written.text("officialName", before.officialName()),
                written.required("kind", before.kind()),
                written.text("town", before.town()),
                Sites.known(federation, written.words("sites", before.sites())));
    }

    private Kept<OrganisationEntry> kept(long id) {
        return table.kept().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", id));
    }
}
