package vigie.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
    private final ResultTable table;

    Statuses(Board board, Federation federation, ResultTable table) {
        this.board = board;
        this.federation = federation;
        this.table = table;
    }

    /** What is held of a metric; empty where no result of it ever came. */
    public Optional<MetricState> of(MetricKey key) {
        return Optional.ofNullable(board.held(key)).map(Held::state);
    }

    /** Those of these metrics that were not good in each of their last results, of which there must be that many. */
    public List<MetricKey> withoutGoodInARow(Collection<MetricKey> keys, int results) {
        var known = new HashMap<Integer, MetricKey>();
        var without = new ArrayList<MetricKey>();
        for (var key : keys) {
            var held = board.held(key);
            if (held == null || !held.now().state().soft().isUp()) {
                without.add(key);
            } else {
                known.put(held.id, key);
            }
        }
        if (!known.isEmpty()) {
            table.withoutGoodInARow(known.keySet(), results).forEach(id -> without.add(known.get(id)));
        }
        return without;
    }

    /** Every metric that is believed to be so bad that it raises an alarm, whoever watches it. */
    public List<MetricKey> bad() {
        return board.everything().stream()
                .flatMap(List::stream)
                .map(Held::state)
                .filter(state -> state.state().hard().raisesAlarm())
                .map(MetricState::key)
                .toList();
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

    /** The newest result of a metric as it came; empty where none is kept. */
    public Optional<Told> newest(MetricKey key, Instant before) {
        return Optional.ofNullable(board.held(key))
                .flatMap(held -> table.latest(held.id, before, 1).stream().findFirst());
    }

    /** When a result of a metric was good for the last time; empty where none of those that are kept was. */
    public Optional<Instant> lastGood(MetricKey key) {
        return Optional.ofNullable(board.held(key)).flatMap(held -> table.lastGood(held.id));
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
