package vigie.helpdesk;

import java.time.Instant;

/**
 * Something that is to be told to the helpdesk.
 *
 * @param entry the number of the entry that an article tells; 0 for other kinds
 * @param since when it was put there
 * @param unsure whether it may have arrived at an earlier try
 * @param givenUp whether it is tried no more until a person says so
 * @param trouble why the last try failed, in English; empty before
 */
public record Parcel(
        long id,
        long ticket,
        Kind kind,
        long entry,
        Instant since,
        int tries,
        Instant nextTry,
        boolean unsure,
        boolean givenUp,
        String trouble) {
    /** What it tells. */
    public enum Kind {
        /** A ticket that is to be opened there. */
        TICKET,
        /** What was said in one. */
        ARTICLE,
        /** The state that one has here. */
        STATE,
        /** The priority that one has here. */
        PRIORITY
    }
}
