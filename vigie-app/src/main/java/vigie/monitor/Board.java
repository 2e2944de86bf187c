package vigie.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.registry.ServiceId;

/**
 * What is believed of every metric, in memory: read by anyone at any time, written only after the transaction that wrote
 * the same to the tables, by the one whose turn it is. After a start or a fault it is read from the tables.
 */
@Component
class Board {
    private final StateTable table;
    private volatile @Nullable Map<ServiceId, List<Held>> held;

    Board(StateTable table) {
        this.table = table;
    }

    @Nullable
    Held held(MetricKey key) {
        for (var one : of(key.service())) {
            if (one.key.equals(key)) {
                return one;
            }
        }
        return null;
    }

    List<Held> of(ServiceId service) {
        return Objects.requireNonNullElse(all().get(service), List.of());
    }

    Collection<List<Held>> everything() {
        return all().values();
    }

    /** Adds a metric that is in the tables now. */
    void add(Held fresh) {
        add(all(), fresh);
    }

    /** Nobody knows what the tables say: they are read again before the next question. */
    void forget() {
        held = null;
    }

    private static void add(Map<ServiceId, List<Held>> board, Held fresh) {
        board.merge(fresh.key.service(), List.of(fresh), (old, one) -> {
            var more = new ArrayList<Held>(old.size() + 1);
            more.addAll(old);
            more.addAll(one);
            return List.copyOf(more);
        });
    }

    private Map<ServiceId, List<Held>> all() {
        var known = held;
        return known != null ? known : read();
    }

    private synchronized Map<ServiceId, List<Held>> read() {
        var known = held;
        if (known == null) {
            var fresh = new ConcurrentHashMap<ServiceId, List<Held>>();
            table.read(one -> add(fresh, one));
            held = fresh;
            known = fresh;
        }
        return known;
    }
}
