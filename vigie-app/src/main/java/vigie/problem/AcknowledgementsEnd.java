package vigie.problem;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** Acknowledgements always end. */
@Component
class AcknowledgementsEnd implements Timed {
    private final ProblemTable table;
    private final Problems problems;

    AcknowledgementsEnd(ProblemTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    @Override
    public String name() {
        return "problem.timed.acknowledgements-end";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.nextExpiry();
    }

    @Override
    public void play(Instant now) {
        table.expiredBy(now).forEach(problems::acknowledgementEnds);
    }
}
