package vigie.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.Vital;
import vigie.agenda.Vitals;
import vigie.timekeeper.Timekeeper;

/** How late the timekeeper is, and what failed at its last turn. */
@Component
class DeadlinesAreKept implements Vitals {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Timekeeper timekeeper;

    DeadlinesAreKept(Timekeeper timekeeper) {
        this.timekeeper = timekeeper;
    }

    @Override
    public List<Vital> signs(Instant now) {
        var late = timekeeper
                .nextDue()
                .filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
        var faults = timekeeper.faults().size();
        return List.of(
                Vital.of("upkeep.timekeeper-late", late.compareTo(PATIENCE) < 0, (double) late.toSeconds(), late),
                Vital.of("upkeep.timekeeper-faults", faults == 0, faults, faults));
    }
}
