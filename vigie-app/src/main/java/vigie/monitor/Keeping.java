package vigie.monitor;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.status.Flapping;

/**
 * How long things are kept and believed.
 *
 * @param results how long every single result is kept ({@code vigie.monitor.keep}); changes are kept for ever
 * @param life how long a result from outside says anything ({@code vigie.monitor.life})
 * @param ahead how far a result may come from the future, for clocks that differ ({@code vigie.monitor.ahead})
 * @param calm at or below which share of change flapping ends, in percent ({@code vigie.monitor.flapping.low})
 * @param restless at or above which share it begins, in percent ({@code vigie.monitor.flapping.high})
 */
@Component
record Keeping(
        @Value("${vigie.monitor.keep:90d}") Duration results,
        @Value("${vigie.monitor.life:2h}") Duration life,
        @Value("${vigie.monitor.ahead:10m}") Duration ahead,
        @Value("${vigie.monitor.flapping.low:20}") double calm,
        @Value("${vigie.monitor.flapping.high:30}") double restless) {

    /** When flapping begins and ends. */
    Flapping.Bounds bounds() {
        return new Flapping.Bounds(calm, restless);
    }
}
