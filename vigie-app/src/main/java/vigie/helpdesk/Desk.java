package vigie.helpdesk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the bridge to a helpdesk stands.
 *
 * @param house by which the helpdesk knows our tickets again
 * @param firstTicket of ours, only those opened after it go there
 * @param since all that changed there before has been read; null where nothing has
 * @param lastRead when it was last read to the end
 * @param failures how often in a row it could not be read
 * @param trouble why not, in English; empty where it could
 * @param states what it calls its states, and {@code priorities} likewise, as it said itself
 */
public record Desk(
        String name,
        String house,
        long firstTicket,
        @Nullable Instant since,
        @Nullable Instant lastRead,
        Instant nextDue,
        int failures,
        String trouble,
        @Nullable Instant troubleAt,
        List<String> states,
        List<String> priorities,
        @Nullable Instant mapsAt) {
    /** The reference of a ticket of ours, as it stands in its title there. */
    String reference(long ticket) {
        return "[vigie-" + house + "-" + ticket + "]";
    }

    /** The reference of an entry of ours, as it stands on the last line of its article there. */
    String referenceOfEntry(long entry) {
        return "[vigie-" + house + "-e" + entry + "]";
    }
}
