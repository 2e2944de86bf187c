package vigie.match;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A problem that monitoring sees, as far as it can be held against words.
 *
 * @param hosts the machines that fail, in lower case
 * @param types the types of the services that fail, such as {@code SRM}
 * @param metrics the checks that fail
 * @param summary what they say, one line each
 * @param wholeSite whether most of the site fails together
 * @param recovered when it was good again; null while it is not
 */
public record Failing(
        long id,
        String site,
        Set<String> hosts,
        Set<String> types,
        Set<String> metrics,
        String summary,
        boolean wholeSite,
        Instant began,
        @Nullable Instant recovered) {}
