package vigie.problem;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** A problem without a word falls due: it has lasted as long as its NGI allows. */
@Component
class ProblemsGrowDue implements Timed {
    private final ProblemTable table;
    private final Problems problems;

    ProblemsGrowDue(ProblemTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    @Override
    public String name() {
        return "problem.timed.grow-due";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.nextDue();
    }

    @Override
    public void play(Instant now) {
        table.dueBy(now).forEach(problems::fallDue);
    }
}
