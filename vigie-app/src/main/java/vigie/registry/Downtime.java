package vigie.registry;

import java.time.Instant;
import java.util.Set;
import vigie.time.Interval;

/**
 * An announced downtime of services of one site.
 *
 * @param scheduled whether it was announced more than 24 h (configurable) before its start
 * @param announced when it was announced
 */
public record Downtime(
        long id,
        SiteId site,
        Set<ServiceId> services,
        Severity severity,
        boolean scheduled,
        String description,
        Interval during,
        Instant announced) {

    /** What a downtime means for the users. */
    public enum Severity {
        /** Unavailable: nothing is expected of the services meanwhile. */
        OUTAGE,
        /** Perhaps degraded: the services are still expected to answer. */
        WARNING
    }
}
