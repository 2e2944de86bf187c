package vigie.monitor;

import java.time.Instant;
import vigie.status.Flapping;
import vigie.status.HardState;

/**
 * What is held of a metric now.
 *
 * @param summary the first line of the newest result
 * @param checked the time of the newest result
 * @param stale when the metric becomes MISSING unless another result comes
 * @param flapping whether it swings to and fro
 */
public record MetricState(
        MetricKey key, HardState state, String summary, Instant checked, Instant stale, Flapping flapping) {}
