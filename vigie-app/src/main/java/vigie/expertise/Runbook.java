package vigie.expertise;

import java.time.Instant;

/**
 * How a metric that fails is mended.
 *
 * @param reviewed when somebody last read it through and found it right
 * @param useful how many said that it helped, {@code useless} how many that it did not
 * @param stale whether nobody has reviewed it for longer than the setting allows
 */
public record Runbook(
        String metric, String text, Instant changed, Instant reviewed, long useful, long useless, boolean stale) {}
