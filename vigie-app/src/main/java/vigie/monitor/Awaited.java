package vigie.monitor;

import java.time.Instant;

/** The room that runs checks says which of them are about to run. */
public interface Awaited {
    /** Whether the check of this metric has fallen due and not run yet. */
    boolean isDue(MetricKey key, Instant now);
}
