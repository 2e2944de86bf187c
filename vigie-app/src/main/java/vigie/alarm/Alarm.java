package vigie.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.monitor.MetricKey;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;

/**
 * One check of one service that is bad. There is at most one open alarm of a check at any moment.
 *
 * @param metric the check's name
 * @param vo the VO on whose behalf it ran; empty for none
 * @param raised when the failure was established, or from when on it counts where nobody watched it before
 * @param cleared when it was good again; null while it is not
 * @param summary what the check said last
 * @param flapping the check swings to and fro: the alarm stays until that is over, be the check good meanwhile
 */
public record Alarm(
        long id,
        SiteId site,
        ServiceId service,
        String metric,
        String vo,
        Instant raised,
        @Nullable Instant cleared,
        String summary,
        boolean flapping) {
    /** The check of which it is. */
    MetricKey key() {
        return new MetricKey(service, metric, vo);
    }

    /** Whether it is still bad. */
    public boolean isOpen() {
        return cleared == null;
    }
}
