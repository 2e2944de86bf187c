package vigie.monitor;

import java.time.Duration;

/**
 * At what pace results of a metric come from outside.
 *
 * @param life how long a result says anything: after that the metric is MISSING, never OK
 * @param attempts how many bad results in a row are believed; 1 for what was retried elsewhere
 */
public record Pace(Duration life, int attempts) {
    /** A metric of the services of a type. */
    public record Of(String type, String metric) {}
}
