package vigie.expertise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.registry.SiteId;

/**
 * A cause and a solution that somebody wrote down so that others need not search again.
 *
 * @param changed when it was last changed; as {@code at} where it never was
 * @param ticket the ticket it comes from; 0 for none
 * @param problem the problem it comes from; 0 for none
 * @param site the site where it happened; 0 where none is told
 * @param metric the check that failed; empty where none is told
 * @param product the software concerned, such as DPM; empty where none is told
 * @param version of the product; empty where none is told
 * @param writer the number of the person who wrote it down
 * @param withdrawn since when it is no longer found; null while it is
 */
public record Lesson(
        long id,
        Instant at,
        Instant changed,
        long ticket,
        long problem,
        SiteId site,
        String metric,
        String serviceType,
        String product,
        String version,
        String title,
        String cause,
        String solution,
        long writer,
        @Nullable Instant withdrawn) {}
