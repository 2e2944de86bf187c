package vigie.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Picture.PersonEntry;
import vigie.words.Refusal;

/**
 * The persons that the registry names. Registries spell one person in several ways, and people change their names: each
 * other spelling leads to the one name by which the person is shown. Joining two persons can be undone.
 */
@Component
public class Persons {
    private final PersonTable table;
    private final Edition edition;
    private final Journal journal;
    private final Clock clock;

    Persons(PersonTable table, Edition edition, Journal journal, Clock clock) {
        this.table = table;
        this.edition = edition;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A person.
     *
     * @param spellings other spellings and former names
     * @param roles what they are, each as {@code site: role}
     */
    public record Named(String name, List<String> spellings, List<String> roles) {}

    /**
     * Two persons that were found to be one.
     *
     * @param moved the spellings that had led to the one who was joined
     * @param undone when it was undone; null while it holds
     */
    public record Join(
            long id,
            String kept,
            String joined,
            List<String> moved,
            Instant at,
            String who,
            String reason,
            @Nullable Instant undone) {}

    /** Every person, by name. */
    public List<Named> all() {
        return table.all();
    }

    /** The name of the person who is spelled so; the spelling itself where no other is known. */
    public String called(String spelling) {
        return table.nameOf(spelling.strip()).orElse(spelling.strip());
    }

    List<Join> joins() {
        return table.joins();
    }

    @Transactional
    void spell(Actor who, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var spelling = written.required("spelling", "");
        var name = called(written.required("name", ""));
        var reason = written.reason();
        edition.lock();
        mustBeKnown("name", name);
        if (spelling.equals(name) || table.nameOf(spelling).isPresent()) {
            throw Refusal.unreadable("spelling", "registry.spelled-already", spelling, called(spelling));
        }
        if (table.isKnown(spelling)) {
            throw Refusal.unreadable("spelling", "registry.is-person", spelling);
        }
        table.put(new PersonEntry(spelling, name));
        journal.write(who, "name:" + spelling, "registry.deed.person-added", "", name, reason);
        edition.raise();
    }

    @Transactional
    void unspell(Actor who, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var spelling = written.required("spelling", "");
        var reason = written.reason();
        edition.lock();
        var name = table.nameOf(spelling)
                .orElseThrow(() -> Refusal.unreadable("spelling", "registry.no-spelling", spelling));
        var meant = written.text("name", "");
        if (!meant.isEmpty() && !meant.equals(name)) {
            throw Refusal.unreadable("name", "registry.spelled-already", spelling, name);
        }
        table.remove(spelling);
        journal.write(who, "name:" + spelling, "registry.deed.person-removed", name, "", reason);
        edition.raise();
    }

    /** Two are one from now on: the second is a spelling of the first, with all its own spellings. */
    @Transactional
    long join(Actor who, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var kept = called(written.required("kept", ""));
        var joined = called(written.required("joined", ""));
        var reason = written.reason();
        edition.lock();
        mustBeKnown("kept", kept);
        mustBeKnown("joined", joined);
        if (kept.equals(joined)) {
            throw Refusal.unreadable("joined", "registry.same-person", kept);
        }
        var moved = table.spellingsOf(joined);
        table.move(moved, joined, kept);
        table.put(new PersonEntry(joined, kept));
        var id = table.keep(new Join(0, kept, joined, moved, clock.instant(), who.login(), reason, null));
        journal.write(who, "name:" + joined, "registry.deed.person-joined", joined, kept, reason);
        edition.raise();
        return id;
    }

    /** They are two again; spellings that were given to somebody else meanwhile stay there. */
    @Transactional
    void undo(Actor who, long id, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var reason = written.reason();
        edition.lock();
        var join = table.joins().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", id));
        if (join.undone() != null
                || !table.nameOf(join.joined()).filter(join.kept()::equals).isPresent()) {
            throw Refusal.conflict("registry.undone-already", join.joined(), join.kept());
        }
        table.remove(join.joined());
        table.move(join.moved(), join.kept(), join.joined());
        table.undo(id, clock.instant());
        journal.write(who, "name:" + join.joined(), "registry.deed.person-parted", join.kept(), join.joined(), reason);
        edition.raise();
    }

    private void mustBeKnown(String field, String name) {
        if (!table.isKnown(name)) {
            throw Refusal.unreadable(field, "registry.unknown-person", name);
        }
    }
}
