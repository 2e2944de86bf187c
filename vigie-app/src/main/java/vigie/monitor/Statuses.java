package vigie.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.registry.Federation;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;
import vigie.status.Status;

/** What is believed now of every metric of every service. */
@Component
public class Statuses {
    private final Board board;
    private final Federation federation;

    Statuses(Board board, Federation federation) {
        this.board = board;
        this.federation = federation;
    }

    /** What is held of a metric; empty where no result of it ever came. */
    public Optional<MetricState> of(MetricKey key) {
        return Optional.ofNullable(board.held(key)).map(Held::state);
    }

    /** All metrics of a service, by name and VO. */
    public List<MetricState> ofService(ServiceId service) {
        return board.of(service).stream()
                .map(Held::state)
                .sorted(Comparator.comparing((MetricState one) -> one.key().metric())
                        .thenComparing(one -> one.key().vo()))
                .toList();
    }

    /** All metrics of all services of a site. */
    public List<MetricState> ofSite(SiteId site) {
        return federation.services(site).stream()
                .flatMap(service -> ofService(service.id()).stream())
                .toList();
    }

    /** The worst that is believed of any metric of a service; MISSING where none is known. */
    public Status worst(ServiceId service) {
        return worst(ofService(service));
    }

    /** The worst that is believed of any metric of a site's monitored services; MISSING where none is known. */
    public Status worst(SiteId site) {
        return worst(federation.services(site).stream()
                .filter(service -> service.monitored())
                .flatMap(service -> ofService(service.id()).stream())
                .toList());
    }

    private static Status worst(List<MetricState> states) {
        return states.stream()
                .map(one -> one.state().hard())
                .reduce(Status::orWorse)
                .orElse(Status.MISSING);
    }
}
