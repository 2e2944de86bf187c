package vigie.registry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import vigie.time.Interval;
import vigie.words.Refusal;

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
        WARNING;

        /** The severity of this name; any other word is refused at its field. */
        static Severity of(String name) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.unreadable("severity", "registry.bad-severity", name));
        }
    }

    /** How the word of GOCDB says it: announced early enough, or not. */
    public String classification() {
        return scheduled ? "SCHEDULED" : "UNSCHEDULED";
    }
}
