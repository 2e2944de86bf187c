package vigie.monitor;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.registry.Federation;
import vigie.registry.Panel;
import vigie.registry.Service;
import vigie.registry.Site;
import vigie.registry.SitePanel;
import vigie.status.Status;
import vigie.status.StatusTimeline;
import vigie.time.Interval;

/** How each monitored service of a site has done over the last seven days, on the site's page. */
@Component
@Order(1)
class SiteStrips implements SitePanel {
    private static final Duration BACK = Duration.ofDays(7);

    private final Board board;
    private final Federation federation;
    private final ChangeTable changes;
    private final TemplateEngine templates;
    private final Clock clock;

    SiteStrips(Board board, Federation federation, ChangeTable changes, TemplateEngine templates, Clock clock) {
        this.board = board;
        this.federation = federation;
        this.changes = changes;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Optional<Panel> on(Site site, Frame frame) {
        var strips = strips(site);
        return strips.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(
                        "monitor.strips",
                        output -> templates.render(
                                "monitor/strips.jte", Map.of("frame", frame, "strips", strips), output)));
    }

    private List<ServiceStrip> strips(Site site) {
        var now = clock.instant();
        var week = new Interval(now.minus(BACK), now.plusSeconds(1));
        var services = federation.services(site.id()).stream()
                .filter(Service::monitored)
                .toList();
        var metrics = services.stream()
                .flatMap(service -> board.of(service.id()).stream())
                .map(held -> held.id)
                .toList();
        var found = changes.during(metrics, week);
        return services.stream().map(service -> strip(service, week, found)).toList();
    }

    private ServiceStrip strip(Service service, Interval week, Map<Integer, List<Change>> found) {
        var held = board.of(service.id());
        var timeline = held.stream()
                .map(one -> History.timeline(
                        week,
                        found.getOrDefault(one.id, List.of()),
                        one.now().state().hard()))
                .reduce((one, other) -> one.combine(other, Status::orWorse))
                .orElse(StatusTimeline.of(week, Status.MISSING));
        return new ServiceStrip(
                service, timeline.at(week.end().minusSeconds(1)), new History(week, timeline.stretches()), held.size());
    }
}
