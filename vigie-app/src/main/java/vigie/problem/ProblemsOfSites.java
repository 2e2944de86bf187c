package vigie.problem;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.registry.Site;
import vigie.registry.SiteColumn;
import vigie.registry.SiteId;

/** How many open problems each site has, in the list of sites; the number opens their list. */
@Component
class ProblemsOfSites implements SiteColumn {
    private final Problems problems;
    private final TemplateEngine templates;

    ProblemsOfSites(Problems problems, TemplateEngine templates) {
        this.problems = problems;
        this.templates = templates;
    }

    @Override
    public String titleKey() {
        return "problem.title";
    }

    @Override
    public Map<SiteId, Content> of(List<Site> sites, Frame frame) {
        var open = problems.open().stream().collect(Collectors.groupingBy(Problem::site, Collectors.counting()));
        var cells = new HashMap<SiteId, Content>();
        for (var site : sites) {
            var number = open.get(site.id());
            if (number != null) {
                cells.put(
                        site.id(),
                        output -> templates.render(
                                "problem/count.jte",
                                Map.of("frame", frame, "site", site.name(), "number", number),
                                output));
            }
        }
        return cells;
    }
}
