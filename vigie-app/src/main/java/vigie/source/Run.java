package vigie.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.registry.Difference.Change;
import vigie.registry.Misfit;
import vigie.words.Words;

/**
 * One reading of a source, and what came of it.
 *
 * @param dry whether it was to change nothing
 * @param repeats how many readings after it, by the clock, ended just the same
 * @param fileName the file that was handed in; empty for a live reading
 */
public record Run(
        long id,
        long source,
        String who,
        boolean byItself,
        boolean dry,
        Instant began,
        @Nullable Instant ended,
        Outcome outcome,
        String troubleFrench,
        String troubleEnglish,
        long repeats,
        String fileName,
        boolean complete) {

    /** How a reading ended. */
    public enum Outcome {
        /** It is under way. */
        RUNNING,
        /** The registry now says what the source says. */
        TAKEN,
        /** The registry said so already. */
        NOTHING_NEW,
        /** It would have changed something, but was only to show what. */
        SHOWN,
        /** It would remove so much that somebody must say yes first; nothing was changed. */
        HELD,
        /** It could not be read; nothing was changed. */
        FAILED,
        /** Vigie was stopped meanwhile; nothing was changed. */
        INTERRUPTED
    }

    /** What a reading found. */
    public record Findings(List<Change> changes, List<Misfit> misfits) {}

    /** Why it failed, in the language of the reader; empty where it did not. */
    public String trouble(Words words) {
        return words.language().equals("fr") ? troubleFrench : troubleEnglish;
    }
}
