package vigie.problem;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** When the outage or the silence ends that covered a problem, it is looked at again: still bad, it comes back on top. */
@Component
class HoldsEnd implements Timed {
    private final ProblemTable table;
    private final Holds holds;

    HoldsEnd(ProblemTable table, Holds holds) {
        this.table = table;
        this.holds = holds;
    }

    @Override
    public String name() {
        return "problem.timed.holds-end";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.nextEndOfHold();
    }

    @Override
    public void play(Instant now) {
        table.heldUntil(now).forEach(id -> holds.look(id, now));
    }
}
