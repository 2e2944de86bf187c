package vigie.alarm;

import java.util.List;
import vigie.monitor.MetricKey;

/** Many checks, column by column, as PostgreSQL takes them. */
final class Keys {
    private Keys() {}

    static long[] services(List<MetricKey> keys) {
        return keys.stream().mapToLong(key -> key.service().value()).toArray();
    }

    static String[] metrics(List<MetricKey> keys) {
        return keys.stream().map(MetricKey::metric).toArray(String[]::new);
    }

    static String[] vos(List<MetricKey> keys) {
        return keys.stream().map(MetricKey::vo).toArray(String[]::new);
    }
}
