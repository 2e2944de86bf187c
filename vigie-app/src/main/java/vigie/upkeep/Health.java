package vigie.upkeep;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vigie.agenda.Vital;
import vigie.agenda.Vitals;
import vigie.timekeeper.Timekeeper;

/** Every sign of how Vigie does, and everything that waits for its time. */
@Component
class Health {
    private final List<Vitals> rooms;
    private final Timekeeper timekeeper;
    private final Clock clock;

    Health(List<Vitals> rooms, Timekeeper timekeeper, Clock clock) {
        this.rooms = rooms;
        this.timekeeper = timekeeper;
        this.clock = clock;
    }

    /** All signs, those that are not well first. */
    List<Vital> signs() {
        var now = clock.instant();
        return rooms.stream()
                .flatMap(room -> room.signs(now).stream())
                .sorted(Comparator.comparing(Vital::well).thenComparing(Vital::key))
                .toList();
    }

    /** What waits for its time, the earliest first; what waits for nothing comes last. */
    List<Deadline> deadlines() {
        var faults = timekeeper.faults();
        return timekeeper.everything().stream()
                .map(timed -> new Deadline(
                        timed.name(),
                        timed.nextDue().orElse(null),
                        Objects.requireNonNullElse(faults.get(timed.name()), "")))
                .sorted(Comparator.comparing(Deadline::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
