package vigie.problem;

import java.time.Instant;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;

/**
 * What somebody does not want to hear of for a while: it hides nothing, and it always ends.
 *
 * @param service one service of the site; number 0 for all of them
 * @param metric one check; empty for all
 * @param who the name of who wanted it
 */
public record Silence(
        long id,
        SiteId site,
        ServiceId service,
        String metric,
        Instant begins,
        Instant ends,
        String who,
        String reason) {
    boolean covers(SiteId where, ServiceId what, String check) {
        return site.equals(where)
                && (service.value() == 0 || service.equals(what))
                && (metric.isEmpty() || metric.equals(check));
    }
}
