package vigie.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.registry.SiteId;

/**
 * A conversation with one site until a problem is solved.
 *
 * @param problem the problem it is about; 0 where it is about none
 * @param language in which it is written, {@code fr} or {@code en}
 * @param raisedBySite whether the site itself raised it
 * @param openedBy the name of who opened it
 * @param quality how soon the site promised to answer when it was opened
 * @param clockFrom since when it has stood without a step; its pressure is reckoned from there
 * @param responseDue when the first answer is due, and {@code responseRule} why then; see {@link #responseTerm}
 * @param answered when somebody took it up; null until then
 * @param lastProgress when somebody last said or changed something
 * @param lastHuman when a person last said or did something in it
 * @param reminder when one that is on hold is to be looked at again
 * @param recovered when its problem recovered; null where it has not
 * @param closes when it closes by itself; null while it is open or has ended
 * @param solution what solved it; empty until then
 */
public record Ticket(
        long id,
        SiteId site,
        String subject,
        State state,
        Priority priority,
        long problem,
        String language,
        boolean raisedBySite,
        Quality quality,
        Instant clockFrom,
        Instant opened,
        String openedBy,
        Instant responseDue,
        String responseRule,
        @Nullable Instant answered,
        Instant lastProgress,
        Instant lastHuman,
        String lastActor,
        @Nullable Instant reminder,
        @Nullable Instant recovered,
        @Nullable Instant solved,
        @Nullable Instant closes,
        String solution) {

    /** Within what time the first answer was due, and by which reckoning. */
    public Term responseTerm() {
        return Term.parse(responseRule);
    }

    /** The name of its thread of letters. */
    public String thread() {
        return "ticket:" + id;
    }
}
