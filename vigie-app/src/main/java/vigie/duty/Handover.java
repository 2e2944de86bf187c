package vigie.duty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person handed over to the next.
 *
 * @param receiver the number of the next person; 0 for whoever comes
 * @param accepted when it was accepted; null until then
 */
public record Handover(
        long id,
        Instant at,
        long giver,
        String giverName,
        long receiver,
        String text,
        @Nullable Instant accepted,
        String acceptedBy) {}
