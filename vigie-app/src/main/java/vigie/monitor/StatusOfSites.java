package vigie.monitor;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.registry.Site;
import vigie.registry.SiteColumn;
import vigie.registry.SiteId;

/** The worst that is believed of each site, in the list of sites. */
@Component
class StatusOfSites implements SiteColumn {
    private final Statuses statuses;
    private final TemplateEngine templates;

    StatusOfSites(Statuses statuses, TemplateEngine templates) {
        this.statuses = statuses;
        this.templates = templates;
    }

    @Override
    public String titleKey() {
        return "monitor.status";
    }

    @Override
    public Map<SiteId, Content> of(List<Site> sites, Frame frame) {
        var cells = new HashMap<SiteId, Content>();
        sites.forEach(site -> cells.put(
                site.id(),
                output -> templates.render(
                        "state.jte", Map.of("frame", frame, "status", statuses.worst(site.id())), output)));
        return cells;
    }
}
