package vigie.helpdesk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.ticket.Priority;
import vigie.ticket.State;

/**
 * A ticket of the past, as a helpdesk tells it. Who wrote it is not kept.
 *
 * @param foreignId its number there; with it the same ticket is known again
 * @param site the name of its site as it was written; empty where it had none
 * @param text what was said first, addresses and names of certificates veiled, at most 4000 characters
 * @param service its type of issue, or its service, as it was written
 * @param vo the virtual organisation it concerned; empty for none
 * @param ended when it came to its end; null where nobody says
 */
record Past(
        String foreignId,
        String site,
        String subject,
        String text,
        State state,
        @Nullable Priority priority,
        String service,
        String vo,
        Instant opened,
        @Nullable Instant ended,
        String solution) {}
