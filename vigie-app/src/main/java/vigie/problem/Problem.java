package vigie.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.cause.Cause;
import vigie.registry.SiteId;

/**
 * Alarms of one site and one cause, with one owner.
 *
 * @param began when its first alarm was raised
 * @param due when a ticket falls due, reckoned without weekends and holidays
 * @param acknowledgedUntil when the acknowledgement ends; null where there is none
 * @param owner the number of the person who has it in hand; 0 for nobody
 * @param ticket the number of the ticket that follows it; 0 for none
 * @param recovered when its last alarm was cleared; null while one is open
 * @param closed when it was closed; null while it is not
 * @param closedWhy why it was closed; empty while it is not
 */
public record Problem(
        long id,
        SiteId site,
        Cause cause,
        Stage stage,
        Instant began,
        Instant due,
        @Nullable Instant acknowledgedUntil,
        long owner,
        long ticket,
        @Nullable Instant recovered,
        @Nullable Instant closed,
        String closedWhy) {
    /** Whether it is not over yet. */
    public boolean isOpen() {
        return stage != Stage.CLOSED;
    }
}
