package vigie.joint;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.people.Right;
import vigie.problem.Problem;
import vigie.problem.ProblemPanel;
import vigie.registry.Panel;

/** What people wrote of a problem, on its page. */
@Component
class JointsOfProblem implements ProblemPanel {
    private final JointTable table;
    private final JointLines lines;
    private final TemplateEngine templates;

    JointsOfProblem(JointTable table, JointLines lines, TemplateEngine templates) {
        this.table = table;
        this.lines = lines;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Problem problem, Frame frame) {
        var found = lines.of(table.ofProblem(problem.id()), frame.actor(), frame.words());
        var mayJoin = problem.isOpen()
                && frame.may(Right.HANDLE_PROBLEMS, problem.site().value());
        return found.isEmpty() && !mayJoin
                ? Optional.empty()
                : Optional.of(new Panel(
                        "joint.of-problem",
                        output -> templates.render(
                                "joint/of-problem.jte",
                                Map.of("frame", frame, "lines", found, "problem", problem, "mayJoin", mayJoin),
                                output)));
    }
}
