package vigie.joint;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import vigie.problem.Reported;

/** The problems to which something that a person wrote is proposed. */
@Component
class ReportedByPeople implements Reported {
    private final JointTable table;

    ReportedByPeople(JointTable table) {
        this.table = table;
    }

    @Override
    public Set<Long> unanswered(Collection<Long> problems) {
        return table.proposedTo(problems);
    }
}
