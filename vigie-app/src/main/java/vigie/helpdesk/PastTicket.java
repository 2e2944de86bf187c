package vigie.helpdesk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.ticket.Priority;
import vigie.ticket.State;

/**
 * A ticket of the past as it is kept.
 *
 * @param origin whose ticket it is, such as {@code GGUS}
 * @param foreignId its number there
 * @param site the name of its site: the registry's, or as it was written; empty for none
 * @param known whether the registry knows that site
 * @param proposed what the rules say it was about, and {@code why}: the place and the word, such as {@code subject: bdii}
 * @param confirmed what a person says; null where nobody did
 */
public record PastTicket(
        long id,
        String origin,
        String foreignId,
        String site,
        boolean known,
        String subject,
        String text,
        State state,
        @Nullable Priority priority,
        String service,
        String vo,
        Instant opened,
        @Nullable Instant ended,
        String solution,
        CauseKind proposed,
        String why,
        @Nullable CauseKind confirmed,
        String confirmedBy,
        @Nullable Instant confirmedAt) {
    /** What it counts as: what a person said, or else what the rules propose. */
    public CauseKind cause() {
        return confirmed == null ? proposed : confirmed;
    }
}
