package vigie.joint;

import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.help.Call;
import vigie.help.CallPanel;
import vigie.help.CallState;
import vigie.page.Frame;
import vigie.people.Right;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.registry.Panel;

/** The problem of which a call is, or seems to be, on its page; and how it may be closed once that is good again. */
@Component
class JointsOfCall implements CallPanel {
    private final JointTable table;
    private final JointLines lines;
    private final Problems problems;
    private final TemplateEngine templates;

    JointsOfCall(JointTable table, JointLines lines, Problems problems, TemplateEngine templates) {
        this.table = table;
        this.lines = lines;
        this.problems = problems;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Call call, Frame frame) {
        var found = lines.of(table.of(Kind.CALL, call.id()), frame.actor(), frame.words());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var values = new HashMap<String, Object>(Map.of("frame", frame, "lines", found, "answer", "", "closing", ""));
        if (call.state() != CallState.CLOSED
                && frame.may(Right.REPLY_TICKETS, call.site().value())) {
            found.stream()
                    .map(JointLine::joint)
                    .filter(joint -> joint.standing() == Standing.JOINED)
                    .flatMap(joint -> problems.problem(joint.problem()).stream())
                    .map(Problem::recovered)
                    .filter(recovered -> recovered != null)
                    .findFirst()
                    .ifPresent(recovered -> {
                        values.put("answer", frame.words().say("joint.recovered.answer", recovered));
                        values.put("closing", "/calls/" + call.id() + "/state");
                    });
        }
        return Optional.of(
                new Panel("joint.of-writing", output -> templates.render("joint/of-writing.jte", values, output)));
    }
}
