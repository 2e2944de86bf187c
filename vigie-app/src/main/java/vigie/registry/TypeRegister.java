package vigie.registry;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.TypeEntry;
import vigie.words.Refusal;

/** Types of services. Services and checks name them, so that a name stands, and one in use is not closed. */
@Component
class TypeRegister implements Register {
    private final TypeTable table;
    private final ByHand hand;

    TypeRegister(TypeTable table, ByHand hand) {
        this.table = table;
        this.hand = hand;
    }

    @Override
    public Kind kind() {
        return Kind.TYPE;
    }

    @Override
    public String path() {
        return "types";
    }

    @Override
    public List<Row> rows() {
        return table.kept().stream()
                .map(one -> new Row(
                        one.id(),
                        one.entry().name(),
                        one.entry().description(),
                        "",
                        one.gone(),
                        0,
                        one.gone() ? "" : "/services?type=" + one.entry().name()))
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
        return new Form(
                0, "", "", false, false, "", List.of(FormField.must("name", ""), FormField.text("description", "")));
    }

    @Override
    public Form form(Actor who, long id) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var kept = kept(id);
        return new Form(
                id,
                kept.entry().name(),
                "",
                kept.gone(),
                !kept.gone() && !table.isUsed(kept.entry().name()),
                "",
                List.of(FormField.text("description", kept.entry().description())));
    }

    @Override
    @Transactional
    public long add(Actor who, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var entry = new TypeEntry(written.name("name", ""), written.text("description", ""));
        var reason = written.reason();
        hand.begin();
        if (table.kept().stream()
                .anyMatch(one -> !one.gone() && one.entry().name().equals(entry.name()))) {
            throw Refusal.unreadable("name", "registry.name-taken", entry.name());
        }
        table.put(entry);
        hand.added(who, "type:" + entry.name(), Kind.TYPE, entry.name(), reason);
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
        var before = kept.entry();
        ByHand.mustBeOurs(kept, before.name());
        var after = new TypeEntry(before.name(), written.text("description", before.description()));
        if (!after.equals(before)) {
            var reason = written.reason();
            table.put(after);
            hand.changed(who, "type:" + before.name(), Kind.TYPE, before, after, reason);
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
        if (table.isUsed(name)) {
            throw Refusal.conflict("registry.still-used", name);
        }
        table.close(id, hand.now());
        hand.closed(who, "type:" + name, Kind.TYPE, name, reason);
    }

    private Kept<TypeEntry> kept(long id) {
        return table.kept().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", id));
    }
}
