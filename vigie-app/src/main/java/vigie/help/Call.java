package vigie.help;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.registry.SiteId;

/**
 * A conversation on the mailing list; a call for help when {@link #isCall} says so.
 *
 * @param subject as its first mail has it, without the marks of answers and lists
 * @param asked when its first mail was written
 * @param last when its last mail was written
 * @param mails how many mails it holds
 * @param isCall whether its first mail asks for help, by its words or because a person said so
 * @param why the words by which it was taken for a call; empty where there are none
 * @param byHand whether a person has said whether it is a call; that stands, whatever is read later
 * @param site the site that it concerns; 0 for none known
 * @param siteWhy by what the site was found: {@code subject}, {@code contact}, {@code domain}, {@code text},
 *     {@code hand}; empty for none
 * @param asker the mail address of the one who asks, in lower case; empty where it has none or was forgotten
 * @param answered when the first other person answered; null where nobody has
 * @param otherHouse whether that person is of another organisation than the asker; null where nobody can tell
 * @param answerTime from question to first answer in office hours; null where there is none
 * @param closedBy who closed it; empty where nobody has
 * @param due when it has been unanswered for as long as the setting allows, in office hours
 * @param climbed when it was brought before those on duty; null where it was not
 * @param forgotten when names, addresses and texts were deleted for age; null where they are still there
 */
public record Call(
        long id,
        String subject,
        Instant asked,
        Instant last,
        int mails,
        boolean isCall,
        String why,
        boolean byHand,
        SiteId site,
        String siteWhy,
        String asker,
        String askerName,
        @Nullable Instant answered,
        String answerer,
        String answererName,
        @Nullable Boolean otherHouse,
        @Nullable Duration answerTime,
        CallState state,
        @Nullable Instant closed,
        String closedBy,
        String closedWhy,
        Instant due,
        @Nullable Instant climbed,
        @Nullable Instant forgotten) {
    /** The name under which letters of the house belong to it. */
    String thread() {
        return "call:" + id;
    }

    /** Whether it waits for an answer, and has for longer than it should. */
    public boolean isLate(Instant now) {
        return isCall && state == CallState.OPEN && !due.isAfter(now);
    }
}
