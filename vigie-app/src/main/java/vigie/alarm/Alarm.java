package vigie.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;

/**
 * One check of one service that is bad. There is at most one open alarm of a check at any moment.
 *
 * @param metric the check's name
 * @param vo the VO on whose behalf it ran; empty for none
 * @param raised when the failure was established
 * @param cleared when it was good again; null while it is not
 * @param summary what the check said last
 */
public record Alarm(
        long id,
        SiteId site,
        ServiceId service,
        String metric,
        String vo,
        Instant raised,
        @Nullable Instant cleared,
        String summary) {
    /** Whether it is still bad. */
    public boolean isOpen() {
        return cleared == null;
    }
}
