package vigie.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Results that came together, and count together.
 *
 * @param source the number of the person whose token brought them; 0 for the house's own checks
 * @param key by which the sender says the batch again without it counting twice; null where there is none
 * @param digest of the body, so that a key is not used for something else; empty without a key
 * @param refused how many rows could not be taken
 * @param rows those of them that are told
 */
record Batch(
        long source, @Nullable String key, String digest, List<Result> results, int refused, List<Report.Row> rows) {

    /** Results of the house's own checks, which need no report. */
    static Batch own(List<Result> results) {
        return new Batch(0, null, "", results, 0, List.of());
    }

    boolean isOwn() {
        return source == 0;
    }
}
