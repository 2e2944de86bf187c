package vigie.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** A problem that has stayed good for a day, and that no ticket follows, closes by itself. */
@Component
class RecoveredProblemsClose implements Timed {
    private static final Duration GRACE = Duration.ofDays(1);

    private final ProblemTable table;
    private final Problems problems;

    RecoveredProblemsClose(ProblemTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    @Override
    public String name() {
        return "problem.timed.close";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.firstRecovered().map(moment -> moment.plus(GRACE));
    }

    @Override
    public void play(Instant now) {
        table.recoveredBy(now.minus(GRACE)).forEach(problems::closesByItself);
    }
}
