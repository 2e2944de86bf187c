package vigie.help;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.people.Right;
import vigie.problem.Problem;
import vigie.problem.ProblemPanel;
import vigie.registry.Panel;
import vigie.registry.Service;
import vigie.registry.ServicePanel;

/** The button that asks for help, on the page of a problem or a service, and the calls that were made there. */
@Component
class AskAboutProblem implements ProblemPanel, ServicePanel {
    private final AskedTable asked;
    private final Calls calls;
    private final CallLine.Lines lines;
    private final TemplateEngine templates;

    AskAboutProblem(AskedTable asked, Calls calls, CallLine.Lines lines, TemplateEngine templates) {
        this.asked = asked;
        this.calls = calls;
        this.lines = lines;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Problem problem, Frame frame) {
        var made = asked.ofProblem(problem.id()).stream()
                .flatMap(one -> calls.call(one.thread()).stream())
                .toList();
        var mayAsk = problem.isOpen()
                && frame.may(Right.REPLY_TICKETS, problem.site().value());
        return made.isEmpty() && !mayAsk
                ? Optional.empty()
                : Optional.of(panel(frame, lines.of(made, frame), mayAsk ? "/calls/ask?problem=" + problem.id() : ""));
    }

    @Override
    public Optional<Panel> on(Service service, Frame frame) {
        return frame.may(Right.REPLY_TICKETS, service.site().value())
                ? Optional.of(panel(
                        frame, List.of(), "/calls/ask?service=" + service.id().value()))
                : Optional.empty();
    }

    private Panel panel(Frame frame, List<CallLine> made, String path) {
        return new Panel(
                "help.ask",
                output -> templates.render(
                        "help/ask-about.jte", Map.of("frame", frame, "lines", made, "path", path), output));
    }
}
