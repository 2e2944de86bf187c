package vigie.effort;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.problem.Problem;
import vigie.problem.ProblemClosed;
import vigie.problem.ProblemRecovered;
import vigie.problem.Problems;
import vigie.time.Interval;

/** When a problem is over it is written down who was the first to do something about it. */
@Component
class ProblemsBecomeSeen {
    private final Problems problems;
    private final Acts acts;
    private final ActTable table;
    private final SeenTable seen;
    private final Clock clock;

    ProblemsBecomeSeen(Problems problems, Acts acts, ActTable table, SeenTable seen, Clock clock) {
        this.problems = problems;
        this.acts = acts;
        this.table = table;
        this.seen = seen;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ProblemRecovered recovered) {
        problems.problem(recovered.problem()).ifPresent(this::keep);
    }

    @ApplicationModuleListener
    void on(ProblemClosed closed) {
        problems.problem(closed.problem()).ifPresent(this::keep);
    }

    private void keep(Problem problem) {
        acts.read();
        var recovered = problem.recovered();
        var closed = Objects.requireNonNullElse(problem.closed(), clock.instant());
        var end = recovered == null ? closed : recovered;
        var lasted = new Interval(problem.began(), later(end, problem.began()));
        var site = problem.site().value();
        seen.keep(new Seen(
                problem.id(),
                site,
                problem.began(),
                table.first(site, true, lasted).orElse(null),
                table.first(site, false, lasted).orElse(null),
                recovered));
    }

    /** A moment that belongs to the stretch counts, so it ends just after. */
    private static Instant later(Instant end, Instant began) {
        return (end.isBefore(began) ? began : end).plusSeconds(1);
    }
}
