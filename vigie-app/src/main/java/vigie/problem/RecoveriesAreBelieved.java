package vigie.problem;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** What seems good again is looked at from time to time, until it is believed or bad again. */
@Component
class RecoveriesAreBelieved implements Timed {
    private final ProblemTable table;
    private final Problems problems;

    RecoveriesAreBelieved(ProblemTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    @Override
    public String name() {
        return "problem.timed.believed";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.nextLook();
    }

    @Override
    public void play(Instant now) {
        table.toLookAt(now).forEach(problems::lookAgain);
    }
}
