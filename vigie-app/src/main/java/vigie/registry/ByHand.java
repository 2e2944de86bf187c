package vigie.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vigie.people.Actor;
import vigie.registry.Difference.Kind;
import vigie.words.Refusal;

/** What every change by hand has in common: nobody else changes meanwhile, the owner is respected, the journal knows. */
@Component
class ByHand {
    private final Edition edition;
    private final Revisions revisions;
    private final Clock clock;

    ByHand(Edition edition, Revisions revisions, Clock clock) {
        this.edition = edition;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** The entry of which a change speaks: what the journal calls it, its kind, number and name. */
    record Thing(String subject, Kind kind, long id, String name) {}

    void begin() {
        edition.lock();
    }

    Instant now() {
        return clock.instant();
    }

    /** The version of an entry; to be asked before the entry is read. */
    long version(Kind kind, long id) {
        return revisions.latest(kind, id);
    }

    /** Refuses what a source owns, or what has been closed. */
    static void mustBeOurs(Kept<?> kept, String name) {
        if (!kept.source().isEmpty()) {
            throw Refusal.conflict("registry.owned", name, kept.source());
        }
        if (kept.gone()) {
            throw Refusal.conflict("registry.closed-already", name);
        }
    }

    /** Refuses what was decided about a state that is over. */
    void mustBeAsShown(Thing thing, Written written) {
        revisions.mustBeLatest(thing.kind(), thing.id(), thing.name(), written.shown());
    }

    void added(Actor who, Thing thing, String reason) {
        write(who, thing, "added", "", thing.name(), reason);
    }

    void changed(Actor who, Thing thing, Record before, Record after, String reason) {
        var fields = Comparison.fields(before, after);
        write(
                who,
                thing,
                "changed",
                fields.stream()
                        .map(field -> field.name() + ": " + field.before())
                        .collect(Collectors.joining("\n")),
                fields.stream()
                        .map(field -> field.name() + ": " + field.after())
                        .collect(Collectors.joining("\n")),
                reason);
    }

    void closed(Actor who, Thing thing, String reason) {
        write(who, thing, "removed", thing.name(), "", reason);
    }

    private void write(Actor who, Thing thing, String what, String before, String after, String reason) {
        var deed = "registry.deed." + thing.kind().name().toLowerCase(Locale.ROOT) + "-" + what;
        revisions.write(who, thing.kind(), thing.id(), thing.subject(), deed, before, after, reason);
        edition.raise();
    }
}
