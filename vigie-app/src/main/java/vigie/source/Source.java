package vigie.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the registry is read from, and that owns what it brought.
 *
 * @param ngi the national infrastructure to which it is limited; empty for all
 * @param scope the scope tag to which it is limited; empty for all
 * @param credential the name of a file in the folder of credentials; empty for none
 * @param every how often it is read; zero for only when told
 */
public record Source(
        long id,
        String name,
        Kind kind,
        String url,
        String ngi,
        String scope,
        String credential,
        Duration every,
        @Nullable Instant nextDue) {
    /** How a source is read. */
    public enum Kind {
        /** A live GOCDB, or what answers as one does. */
        GOCDB,
        /** Saved answers and tables that somebody hands in. */
        FILES
    }
}
