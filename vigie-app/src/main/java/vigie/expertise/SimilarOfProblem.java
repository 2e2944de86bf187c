package vigie.expertise;

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

/** On the page of a problem: cases like it that were solved, the runbooks of its checks, and what was learnt from it. */
@Component
class SimilarOfProblem implements ProblemPanel {
    static final int SHOWN = 5;
    /** Below this two cases share a common word or two and nothing else. */
    static final double ALIKE = 0.2;

    private static final int MOST_RUNBOOKS = 10;

    private final Lessons lessons;
    private final LessonTable table;
    private final Runbooks runbooks;
    private final Origin origin;
    private final TemplateEngine templates;

    SimilarOfProblem(Lessons lessons, LessonTable table, Runbooks runbooks, Origin origin, TemplateEngine templates) {
        this.lessons = lessons;
        this.table = table;
        this.runbooks = runbooks;
        this.origin = origin;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Problem problem, Frame frame) {
        var sought = origin.of(problem);
        var alike = like(sought, problem.id());
        var own = table.ofProblem(problem.id());
        var metrics = sought.metrics().stream()
                .limit(MOST_RUNBOOKS)
                .map(metric -> new OfMetric(metric, runbooks.of(metric)))
                .toList();
        var mayWrite = Origin.isSolved(problem)
                && own.isEmpty()
                && frame.may(Right.REPLY_TICKETS, problem.site().value());
        return Optional.of(new Panel(
                "expertise.title",
                output -> templates.render(
                        "expertise/of-problem.jte",
                        Map.of(
                                "frame",
                                frame,
                                "similar",
                                alike,
                                "own",
                                own,
                                "metrics",
                                metrics,
                                "writeAt",
                                mayWrite ? "/expertise/lessons/new?problem=" + problem.id() : ""),
                        output)));
    }

    /** Cases like a problem, without those that it taught itself. */
    List<Similar> like(Sought sought, long problem) {
        return lessons.like(sought, SHOWN + 1).stream()
                .filter(found -> found.score() >= ALIKE && found.lesson().problem() != problem)
                .limit(SHOWN)
                .toList();
    }
}
