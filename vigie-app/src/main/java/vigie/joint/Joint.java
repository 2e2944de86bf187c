package vigie.joint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.match.Match;
import vigie.registry.SiteId;

/**
 * Something that a person wrote, and one problem of whose cause it is, seems to be, or is not.
 *
 * @param number the number of the ticket, or of the call
 * @param site that of the problem
 * @param reason as {@link Match#reason()}, or {@link #BY_HAND}
 * @param word what in the text said it
 * @param both the symptoms that both sides tell
 * @param after how long after the problem began it was written; negative where before
 * @param follows whether it is the ticket in which the problem is followed, so that ours is withheld
 * @param proposed when it was first proposed
 * @param decided when it became what it is; null where nobody has decided
 * @param who the name of who decided; empty for nobody
 * @param why what they said
 */
public record Joint(
        long id,
        Kind kind,
        long number,
        long problem,
        SiteId site,
        Standing standing,
        String reason,
        String word,
        List<String> both,
        Duration after,
        boolean follows,
        Instant proposed,
        @Nullable Instant decided,
        String who,
        String why) {
    /** The reason where a person joined what the house had not proposed. */
    static final String BY_HAND = "match.by-hand";

    /** The page of what was written. */
    public String path() {
        return (kind == Kind.TICKET ? "/tickets/" : "/calls/") + number;
    }

    /** What it is called in the journal. */
    String subject() {
        return (kind == Kind.TICKET ? "ticket:" : "call:") + number;
    }
}
