package vigie.monitor;

import java.time.Duration;
import java.time.Instant;
import vigie.registry.ServiceId;
import vigie.status.Status;

/**
 * What one run of a check said.
 *
 * @param vo empty where it was run for no VO
 * @param at when the check ran
 * @param summary the first line of its output
 * @param message the rest of its output; may be empty
 * @param data performance data as the plugin wrote them; may be empty
 * @param origin the host that ran the check
 * @param attempts how many bad results in a row are believed; 1 for what was retried elsewhere
 * @param life how long the result says anything; after that the metric is MISSING
 * @param active run by Vigie itself, so that a missing result is first asked for again
 */
public record Result(
        ServiceId service,
        String metric,
        String vo,
        Status status,
        Instant at,
        String summary,
        String message,
        String data,
        String origin,
        int attempts,
        Duration life,
        boolean active) {

    public Result {
        at = Micros.whole(at);
    }

    MetricKey key() {
        return new MetricKey(service, metric, vo);
    }
}
