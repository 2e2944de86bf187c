package vigie.duty;

import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.problem.ProblemDue;
import vigie.problem.ProblemOverdue;
import vigie.problem.ProblemReturned;

/** A problem for which a ticket is due, that is overdue or has come back is told to those who hear of its site. */
@Component
class ProblemsBecomeLetters {
    private final ToTellTable table;
    private final Clock clock;

    ProblemsBecomeLetters(ToTellTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ProblemDue due) {
        table.add(due.problem(), "DUE", clock.instant());
    }

    @ApplicationModuleListener
    void on(ProblemOverdue overdue) {
        table.add(overdue.problem(), "OVERDUE", clock.instant());
    }

    @ApplicationModuleListener
    void on(ProblemReturned returned) {
        table.add(returned.problem(), "RETURNED", clock.instant());
    }
}
