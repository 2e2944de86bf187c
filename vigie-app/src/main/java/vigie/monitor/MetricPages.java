package vigie.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.ServiceId;
import vigie.time.Interval;
import vigie.words.Refusal;

/** One metric of a service: what is believed, how it came to it, and its newest results. */
@Controller
class MetricPages {
    private static final Duration BACK = Duration.ofDays(7);
    private static final int CHANGES = 50;
    private static final int RESULTS = 50;

    private final Board board;
    private final Federation federation;
    private final ChangeTable changes;
    private final ResultTable results;
    private final Clock clock;

    MetricPages(Board board, Federation federation, ChangeTable changes, ResultTable results, Clock clock) {
        this.board = board;
        this.federation = federation;
        this.changes = changes;
        this.results = results;
        this.clock = clock;
    }

    @GetMapping("/services/{id}/metrics")
    @May(Right.READ)
    ModelAndView metric(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String metric,
            @RequestParam(defaultValue = "") String vo,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable Instant before,
            Frame frame) {
        var service = federation
                .service(new ServiceId(id))
                .orElseThrow(() -> Refusal.notFound("monitor.no-service", Long.toString(id)));
        if (metric.isEmpty()) {
            // without a metric's name: all of them stand on the page of the service
            return Done.at("/services/" + id);
        }
        var held = board.held(new MetricKey(service.id(), metric, vo));
        if (held == null) {
            throw Refusal.notFound("monitor.no-metric", metric, service.name());
        }
        var now = clock.instant();
        var week = new Interval(now.minus(BACK), now.plusSeconds(1));
        List<Told> told = results.latest(held.id, before != null ? before : now.plus(BACK), RESULTS);
        return Page.of(
                "monitor/metric",
                frame.titled(frame.words().say("monitor.metric-of", metric, service.host())),
                "service",
                service,
                "state",
                held.state(),
                "history",
                History.of(week, changes.during(held.id, week)),
                "changes",
                changes.latest(held.id, CHANGES),
                "results",
                told,
                "more",
                told.size() == RESULTS);
    }
}
