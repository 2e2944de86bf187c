package vigie.ticket;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** The time of a step is over: the next may be asked, unless a downtime or a date to wait for stands between. */
@Component
class StepsRipen implements Timed {
    private final StepTable steps;
    private final Extensions extensions;

    StepsRipen(StepTable steps, Extensions extensions) {
        this.steps = steps;
        this.extensions = extensions;
    }

    @Override
    public String name() {
        return "ticket.timed.steps";
    }

    @Override
    public Optional<Instant> nextDue() {
        return steps.nextDue();
    }

    @Override
    public void play(Instant now) {
        steps.dueBy(now).forEach(ticket -> extensions.look(ticket, now));
    }
}
