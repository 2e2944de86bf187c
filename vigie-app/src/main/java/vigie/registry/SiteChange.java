package vigie.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a site's certification status.
 *
 * @param before null for a site that has just come in
 * @param who the login of the one who changed it, or the name of the source
 * @param reason why, in their words
 */
public record SiteChange(
        SiteId site,
        String siteName,
        Instant at,
        @Nullable CertificationStatus before,
        CertificationStatus after,
        String who,
        String reason) {}
