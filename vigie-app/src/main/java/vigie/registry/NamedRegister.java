package vigie.registry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Difference.Kind;
import vigie.words.Refusal;

/**
 * A register of what the whole federation shares, such as NGIs and VOs: its entries are told apart by their names, and
 * only who answers for the federation changes them.
 */
abstract class NamedRegister<E extends Record> implements Register {
    private final Kind kind;
    private final String path;
    private final E empty;
    private final ByHand hand;

    NamedRegister(Kind kind, String path, E empty, ByHand hand) {
        this.kind = kind;
        this.path = path;
        this.empty = empty;
        this.hand = hand;
    }

    /** Every entry, closed ones too, in the order of the list. */
    abstract List<Kept<E>> kept();

    abstract String name(E entry);

    abstract List<FormField> fields(E entry, String owner, boolean isNew);

    /** The entry as it shall be; {@code before} is empty for a new one. */
    abstract E after(E before, Written written);

    /** Keeps an entry; {@code id} is 0 for a new one, which brings back a closed one of its name. */
    abstract void put(long id, E entry);

    abstract void remove(long id, Instant at);

    /** The row of the list; its second line and its page differ from register to register. */
    abstract Row row(Kept<E> kept);

    /** Whether something names it, so that it cannot be closed. */
    boolean isUsed(String name) {
        return false;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public List<Row> rows() {
        return kept().stream().map(this::row).toList();
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
        return new Form(0, 0, "", "", false, false, "", fields(empty, "", true));
    }

    @Override
    public Form form(Actor who, long id) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var version = version(id);
        var kept = known(id);
        var name = name(kept.entry());
        return new Form(
                id,
                version,
                name,
                kept.source(),
                kept.gone(),
                kept.source().isEmpty() && !kept.gone() && !isUsed(name),
                "",
                fields(kept.entry(), kept.source(), false));
    }

    @Override
    @Transactional
    public long add(Actor who, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var entry = after(empty, written);
        var name = name(entry);
        var reason = written.reason();
        hand.begin();
        if (named(name).filter(one -> !one.gone()).isPresent()) {
            throw Refusal.unreadable("name", "registry.name-taken", name);
        }
        put(0, entry);
        var id = named(name).orElseThrow().id();
        hand.added(who, thing(id, name), reason);
        return id;
    }

    @Override
    @Transactional
    public void change(Actor who, long id, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        hand.begin();
        var kept = known(id);
        var thing = thing(id, name(kept.entry()));
        ByHand.mustBeOurs(kept, thing.name());
        var after = after(kept.entry(), written);
        if (after.equals(kept.entry())) {
            return;
        }
        hand.mustBeAsShown(thing, written);
        var reason = written.reason();
        var name = name(after);
        if (named(name).filter(one -> one.id() != id).isPresent()) {
            throw Refusal.unreadable("name", "registry.name-taken", name);
        }
        put(id, after);
        hand.changed(who, thing(id, name), kept.entry(), after, reason);
    }

    @Override
    public long version(long id) {
        return hand.version(kind, id);
    }

    @Override
    @Transactional
    public void close(Actor who, long id, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var reason = written.reason();
        hand.begin();
        var kept = known(id);
        var thing = thing(id, name(kept.entry()));
        ByHand.mustBeOurs(kept, thing.name());
        hand.mustBeAsShown(thing, written);
        if (isUsed(thing.name())) {
            throw Refusal.conflict("registry.still-used", thing.name());
        }
        remove(id, hand.now());
        hand.closed(who, thing, reason);
    }

    private ByHand.Thing thing(long id, String name) {
        return new ByHand.Thing(kind.name().toLowerCase(Locale.ROOT) + ":" + name, kind, id, name);
    }

    private Optional<Kept<E>> named(String name) {
        return kept().stream().filter(one -> name(one.entry()).equals(name)).findFirst();
    }

    private Kept<E> known(long id) {
        return kept().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", id));
    }
}
