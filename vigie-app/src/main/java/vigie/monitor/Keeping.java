package vigie.monitor;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long things are kept and believed.
 *
 * @param results how long every single result is kept ({@code vigie.monitor.keep}); changes are kept for ever
 * @param life how long a result from outside says anything ({@code vigie.monitor.life})
 * @param ahead how far a result may come from the future, for clocks that differ ({@code vigie.monitor.ahead})
 */
@Component
record Keeping(
        @Value("${vigie.monitor.keep:90d}") Duration results,
        @Value("${vigie.monitor.life:2h}") Duration life,
        @Value("${vigie.monitor.ahead:10m}") Duration ahead) {}
