package vigie.problem;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.registry.Panel;
import vigie.registry.Site;
import vigie.registry.SitePanel;

/** The problems on the page of their site. */
@Component
@Order(2)
class ProblemsOfSite implements SitePanel {
    private final Problems problems;
    private final ProblemLine.Lines lines;
    private final TemplateEngine templates;

    ProblemsOfSite(Problems problems, ProblemLine.Lines lines, TemplateEngine templates) {
        this.problems = problems;
        this.lines = lines;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Site site, Frame frame) {
        var open = lines.of(problems.open(site.id()));
        return Optional.of(new Panel(
                "problem.title",
                output -> templates.render(
                        "problem/rows.jte",
                        Map.of(
                                "frame",
                                frame,
                                "lines",
                                open,
                                "caption",
                                frame.words().count("problem.number", open.size()),
                                "withSite",
                                false),
                        output)));
    }
}
