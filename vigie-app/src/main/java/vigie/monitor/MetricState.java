package vigie.monitor;

import java.time.Instant;
import vigie.status.HardState;

/**
 * What is held of a metric now.
 *
 * @param summary the first line of the newest result
 * @param checked the time of the newest result
 */
public record MetricState(MetricKey key, HardState state, String summary, Instant checked) {}
