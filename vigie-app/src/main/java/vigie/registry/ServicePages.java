package vigie.registry;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Picture.VoEntry;
import vigie.time.Interval;
import vigie.words.Refusal;

/** The pages of services. */
@Controller
public class ServicePages {
    private static final int ON_A_PAGE = 100;
    private final Federation federation;
    private final ServiceTable services;
    private final VoTable vos;
    private final List<ServicePanel> panels;
    private final Clock clock;

    ServicePages(Federation federation, ServiceTable services, VoTable vos, List<ServicePanel> panels, Clock clock) {
        this.federation = federation;
        this.services = services;
        this.vos = vos;
        this.panels = panels;
        this.clock = clock;
    }

    /** What somebody looks for; empty words match everything. */
    public record Wanted(String q, String type, String site, String vo) {}

    @May(Right.READ)
    @GetMapping("/services")
    ModelAndView list(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String vo,
            @RequestParam(defaultValue = "1") int page) {
        var wanted = new Wanted(q, type, site, vo);
        var all = federation.services();
        var found = found(wanted);
        var from = Math.clamp((page - 1L) * ON_A_PAGE, 0, found.size());
        return Page.of(
                "registry/services",
                frame.titled(frame.words().say("registry.services")),
                "services",
                found.subList(from, Math.min(from + ON_A_PAGE, found.size())),
                "total",
                found.size(),
                "page",
                from / ON_A_PAGE + 1,
                "pages",
                Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE),
                "types",
                all.stream().map(Service::type).distinct().sorted().toList(),
                "vos",
                vos.all().stream().map(VoEntry::name).toList(),
                "wanted",
                wanted);
    }

    List<Service> found(Wanted wanted) {
        var text = wanted.q().strip().toLowerCase(Locale.ROOT);
        var supporting = sitesOf(wanted.vo());
        return federation.services().stream()
                .filter(service -> wanted.type().isEmpty() || service.type().equals(wanted.type()))
                .filter(service -> wanted.site().isEmpty() || service.siteName().equals(wanted.site()))
                .filter(service -> wanted.vo().isEmpty() || supporting.contains(service.siteName()))
                .filter(service -> (service.siteName() + " " + service.name() + " " + service.url())
                        .toLowerCase(Locale.ROOT)
                        .contains(text))
                .toList();
    }

    private Set<String> sitesOf(String vo) {
        return vo.isEmpty()
                ? Set.of()
                : vos.all().stream()
                        .filter(one -> one.name().equals(vo))
                        .flatMap(one -> one.sites().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    @May(Right.READ)
    @GetMapping("/services/{id}")
    ModelAndView one(Frame frame, @PathVariable long id) {
        var service = federation
                .service(new ServiceId(id))
                .orElseThrow(() -> Refusal.notFound("registry.no-such-service", id));
        var now = clock.instant();
        return Page.of(
                "registry/service",
                frame.titled(service.name()),
                "service",
                service,
                "entry",
                services.kept(service.id()).orElseThrow().entry(),
                "vos",
                vos.of(service.id()),
                "downtimes",
                federation
                        .downtimes(new Interval(now.minus(Duration.ofDays(31)), now.plus(Duration.ofDays(366))))
                        .stream()
                        .filter(downtime -> downtime.services().contains(service.id()))
                        .toList(),
                "panels",
                panels.stream()
                        .flatMap(panel -> panel.on(service, frame).stream())
                        .toList());
    }
}
