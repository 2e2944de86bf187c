package vigie.help;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.registry.Panel;
import vigie.registry.Site;
import vigie.registry.SitePanel;

/** The calls for help that concern a site, on its page. */
@Component
class CallsOfSite implements SitePanel {
    private static final int SHOWN = 5;

    private final CallList list;
    private final CallLine.Lines lines;
    private final TemplateEngine templates;

    CallsOfSite(CallList list, CallLine.Lines lines, TemplateEngine templates) {
        this.list = list;
        this.lines = lines;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Site site, Frame frame) {
        var found = lines.of(list.ofSite(site.id(), SHOWN), frame);
        return Optional.of(new Panel(
                "help.of-site",
                output -> templates.render(
                        "help/of-site.jte", Map.of("frame", frame, "site", site, "lines", found), output)));
    }
}
