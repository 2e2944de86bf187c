package vigie.problem;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** A problem for which a ticket has been due for long is overdue: 72 hours (EGI), weekends and holidays aside. */
@Component
class ProblemsGrowOverdue implements Timed {
    private final ProblemTable table;
    private final Problems problems;

    ProblemsGrowOverdue(ProblemTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    @Override
    public String name() {
        return "problem.timed.grow-overdue";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.nextOverdue();
    }

    @Override
    public void play(Instant now) {
        table.overdueBy(now).forEach(problems::fallOverdue);
    }
}
