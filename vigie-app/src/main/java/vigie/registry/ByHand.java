package vigie.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.registry.Difference.Kind;
import vigie.words.Refusal;

/** What every change by hand has in common: nobody else changes meanwhile, the owner is respected, the journal knows. */
@Component
class ByHand {
    private final Edition edition;
    private final Journal journal;
    private final Clock clock;

    ByHand(Edition edition, Journal journal, Clock clock) {
        this.edition = edition;
        this.journal = journal;
        this.clock = clock;
    }

    void begin() {
        edition.lock();
    }

    Instant now() {
        return clock.instant();
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

    void added(Actor who, String subject, Kind kind, String name, String reason) {
        write(who, subject, kind, "added", "", name, reason);
    }

    void changed(Actor who, String subject, Kind kind, Record before, Record after, String reason) {
        var fields = Comparison.fields(before, after);
        write(
                who,
                subject,
                kind,
                "changed",
                fields.stream()
                        .map(field -> field.name() + ": " + field.before())
                        .collect(Collectors.joining("\n")),
                fields.stream()
                        .map(field -> field.name() + ": " + field.after())
                        .collect(Collectors.joining("\n")),
                reason);
    }

    void closed(Actor who, String subject, Kind kind, String name, String reason) {
        write(who, subject, kind, "removed", name, "", reason);
    }

    private void write(Actor who, String subject, Kind kind, String what, String before, String after, String reason) {
        var deed = "registry.deed." + kind.name().toLowerCase(Locale.ROOT) + "-" + what;
        journal.write(who, subject, deed, before, after, reason);
        edition.raise();
    }
}
