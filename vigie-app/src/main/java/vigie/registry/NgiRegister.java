package vigie.registry;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.NgiEntry;
import vigie.words.Refusal;

/** National infrastructures. Sites name theirs, so that its name stands once it is given. */
@Component
class NgiRegister implements Register {
    private final NgiTable table;
    private final ByHand hand;

    NgiRegister(NgiTable table, ByHand hand) {
        this.table = table;
        this.hand = hand;
    }

    @Override
    public Kind kind() {
        return Kind.NGI;
    }

    @Override
    public String path() {
        return "ngis";
    }

    @Override
    public List<Row> rows() {
        return table.kept().stream()
                .map(one -> new Row(
                        one.id(), one.entry().name(), one.entry().description(), one.source(), one.gone(), 0, ""))
                .sorted(java.util.Comparator.comparing(Row::name))
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
        return new Form(0, "", "", false, false, "", fields(new NgiEntry("", "", "", "", ""), "", true));
    }

    @Override
    public Form form(Actor who, long id) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var kept = kept(id);
        return new Form(
                id,
                kept.entry().name(),
                kept.source(),
                kept.gone(),
                kept.source().isEmpty() && !kept.gone(),
                "",
                fields(kept.entry(), kept.source(), false));
    }

    private static List<FormField> fields(NgiEntry entry, String owner, boolean isNew) {
        var fields = new java.util.ArrayList<FormField>();
        if (isNew) {
            fields.add(FormField.must("name", entry.name()));
        }
        fields.add(FormField.text("description", entry.description()).ownedBy(owner));
        fields.add(FormField.text("mail", entry.mail()).ownedBy(owner));
        fields.add(FormField.text("rodMail", entry.rodMail()).ownedBy(owner));
        return fields;
    }

    @Override
    @Transactional
    public long add(Actor who, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var entry = entry(new NgiEntry("", written.name("name", ""), "", "", ""), written);
        var reason = written.reason();
        hand.begin();
        var same = table.kept().stream()
                .filter(one -> one.entry().name().equals(entry.name()))
                .findFirst();
        if (same.isPresent() && !same.get().gone()) {
            throw Refusal.unreadable("name", "registry.name-taken", entry.name());
        }
        same.ifPresentOrElse(gone -> table.set(gone.id(), entry, ""), () -> table.add(entry, ""));
        hand.added(who, "ngi:" + entry.name(), Kind.NGI, entry.name(), reason);
        return table.kept().stream()
                .filter(one -> one.entry().name().equals(entry.name()))
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
        var name = kept.entry().name();
        ByHand.mustBeOurs(kept, name);
        var after = entry(kept.entry(), written);
        if (!after.equals(kept.entry())) {
            var reason = written.reason();
            table.set(id, after, "");
            hand.changed(who, "ngi:" + name, Kind.NGI, kept.entry(), after, reason);
        }
    }

    @Override
    @Transactional
    public void close(Actor who, long id, String reason) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        hand.begin();
        var kept = kept(id);
        var name = kept.entry().name();
        ByHand.mustBeOurs(kept, name);
        if (table.hasSites(name)) {
            throw Refusal.conflict("registry.still-used", name);
        }
        table.remove(id, hand.now());
        hand.closed(who, "ngi:" + name, Kind.NGI, name, reason);
    }

    private static NgiEntry entry(NgiEntry before, Written written) {
        return new NgiEntry(
                before.key(),
                before.name(),
                written.text("description", before.description()),
                written.mail("mail", before.mail()),
                written.mail("rodMail", before.rodMail()));
    }

    private Kept<NgiEntry> kept(long id) {
        return table.kept().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", id));
    }
}
