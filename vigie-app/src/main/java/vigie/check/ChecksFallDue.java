package vigie.check;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.monitor.Awaited;
import vigie.monitor.MetricKey;
import vigie.timekeeper.MovableClock;
import vigie.timekeeper.Timed;

/**
 * Checks run when they have fallen due. A clock that is moved by hand does not stop for them: wherever it stops, those
 * that fell due on the way run once, before anything is judged to have been silent.
 */
@Component
class ChecksFallDue implements Timed, Awaited {
    private final Plan plan;
    private final Checks checks;
    private final Whereabouts whereabouts;
    private final Clock clock;
    private final boolean scheduled;

    ChecksFallDue(
            Plan plan,
            Checks checks,
            Whereabouts whereabouts,
            Clock clock,
            @Value("${vigie.check.scheduled:true}") boolean scheduled) {
        this.plan = plan;
        this.checks = checks;
        this.whereabouts = whereabouts;
        this.clock = clock;
        this.scheduled = scheduled;
    }

    @Override
    public String name() {
        return "check.timed";
    }

    @Override
    public Optional<Instant> nextDue() {
        if (!scheduled || !whereabouts.areOpen()) {
            return Optional.empty();
        }
        var next = plan.nextDue(left());
        return checks.isStanding() ? next.filter(due -> !due.isAfter(clock.instant())) : next;
    }

    @Override
    public void play(Instant now) {
        var started = plan.take(now, left()).stream().map(checks::start).toList();
        if (checks.isStanding()) {
            started.forEach(ChecksFallDue::await);
        }
    }

    private Optional<Instant> left() {
        return clock instanceof MovableClock hand ? hand.left() : Optional.empty();
    }

    @Override
    public boolean isDue(MetricKey key, Instant now) {
        return scheduled
                && whereabouts.areOpen()
                && key.vo().isEmpty()
                && plan.isDue(new DueTable.Key(key.service(), key.metric()), now);
    }

    private static void await(Thread check) {
        try {
            check.join();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
