package vigie.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked about a ticket now, and until when.
 *
 * @param from since when the step is reckoned
 * @param term how long it may take
 * @param due when those on duty look again; null where nobody is asked
 * @param moved what moved it from where the term ends, such as {@code downtime:12}; empty where nothing did
 * @param ripe whether that time has come and the next may be asked
 * @param reminders how many reminders were sent since the ticket waits for a reply
 */
public record Asked(
        long ticket,
        Step step,
        Instant from,
        Term term,
        @Nullable Instant due,
        String moved,
        boolean ripe,
        int reminders) {}
