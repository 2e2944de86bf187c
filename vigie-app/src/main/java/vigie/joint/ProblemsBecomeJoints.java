package vigie.joint;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.problem.ProblemClosed;
import vigie.problem.ProblemRelapsed;
import vigie.problem.Problems;
import vigie.problem.ProblemsGrew;
import vigie.registry.SiteId;
import vigie.ticket.Tickets;

/**
 * Problems that are new, or have grown, are held against what people have written already; nothing is proposed to one that is
 * closed; one that is bad again after its ticket ended comes back.
 */
@Component
class ProblemsBecomeJoints {
    private final Proposing proposing;
    private final Joints joints;
    private final JointTable table;
    private final Problems problems;
    private final Tickets tickets;

    ProblemsBecomeJoints(Proposing proposing, Joints joints, JointTable table, Problems problems, Tickets tickets) {
        this.proposing = proposing;
        this.joints = joints;
        this.table = table;
        this.problems = problems;
        this.tickets = tickets;
    }

    @ApplicationModuleListener
    void on(ProblemsGrew grew) {
        proposing.site(new SiteId(grew.site()));
    }

    @ApplicationModuleListener
    void on(ProblemRelapsed relapsed) {
        problems.problem(relapsed.problem())
                .flatMap(problem -> tickets.ticket(problem.ticket()))
                .filter(ticket -> !ticket.state().isOpen())
                .ifPresent(ticket -> joints.ended(ticket.id()));
    }

    @ApplicationModuleListener
    void on(ProblemClosed closed) {
        table.lapse(closed.problem());
    }
}
