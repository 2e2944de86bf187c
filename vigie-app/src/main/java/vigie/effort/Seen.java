package vigie.effort;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who was the first to do something about a problem.
 *
 * @param bySite the first act of the site's own people while it lasted; null where there was none
 * @param byOthers the first act of anybody else, such as the person on duty; null where there was none
 * @param recovered when it was good again; null where it was closed while it was not
 */
public record Seen(
        long problem,
        long site,
        Instant began,
        @Nullable Instant bySite,
        @Nullable Instant byOthers,
        @Nullable Instant recovered) {
    /** Who was first. */
    public enum Who {
        SITE,
        OTHERS,
        NOBODY
    }

    /** Who was first; a failure that went away before anybody else did anything is the site's. */
    public Who first() {
        if (bySite != null && (byOthers == null || bySite.isBefore(byOthers))) {
            return Who.SITE;
        }
        if (byOthers != null) {
            return Who.OTHERS;
        }
        return recovered == null ? Who.NOBODY : Who.SITE;
    }

    /** How long it took until the first act of one side; empty where there was none. */
    public Optional<Duration> delay(Who who) {
        var acted = switch (who) {
            case SITE -> bySite;
            case OTHERS -> byOthers;
            case NOBODY -> null;
        };
        return Optional.ofNullable(acted).map(moment -> Duration.between(began, moment));
    }
}
