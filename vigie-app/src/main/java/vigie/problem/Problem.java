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
 * @param overdue when it is overdue if no ticket follows it by then, by the same clock
 * @param escalates when those above the duty are told of it, by the same clock
 * @param acknowledgedUntil when the acknowledgement ends; null where there is none
 * @param owner the number of the person who has it in hand; 0 for nobody
 * @param ticket the number of the ticket that follows it; 0 for none
 * @param held until when an announced outage or a silence covers all its open alarms; null where none does
 * @param goodSince since when no alarm of it is open; null while one is. It has recovered only once that is believed
 * @param recovered when it was believed that all is good again; null until then
 * @param returned when it came back on top because what had kept it quiet ended; null where nobody was surprised
 * @param returnedFrom the ticket whose end brought it back; 0 where something else did
 * @param closed when it was closed; null while it is not
 * @param closedWhy why it was closed; empty while it is not
 * @param closedAs the name of the {@link NotGood} for which it was closed though it was bad; empty where it was good
 */
public record Problem(
        long id,
        SiteId site,
        Cause cause,
        Stage stage,
        Instant began,
        Instant due,
        Instant overdue,
        Instant escalates,
        @Nullable Instant acknowledgedUntil,
        long owner,
        long ticket,
        @Nullable Instant held,
        @Nullable Instant goodSince,
        @Nullable Instant recovered,
        @Nullable Instant returned,
        long returnedFrom,
        @Nullable Instant closed,
        String closedWhy,
        String closedAs) {
    /** Whether it is not over yet. */
    public boolean isOpen() {
        return stage != Stage.CLOSED;
    }

    /** Whether a ticket should be opened for it now: one is due, nothing covers the fault, and the fault is there. */
    public boolean wantsTicket() {
        return (stage == Stage.DUE || stage == Stage.OVERDUE) && held == null && goodSince == null;
    }
}
