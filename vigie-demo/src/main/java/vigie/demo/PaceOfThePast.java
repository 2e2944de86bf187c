package vigie.demo;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vigie.monitor.Pace;
import vigie.monitor.Paces;

/**
 * While the past is played, results come every three hours, and each says something until the next has come: the past
 * is not one long silence. From the visitor's day on the profiles alone say how long a result lives.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PaceOfThePast implements Paces {
    private static final Pace PACE = new Pace(Duration.ofHours(4), 1);

    private final Hand hand;
    private final Map<Pace.Of, Pace> past;

    PaceOfThePast(Hand hand, DemoFederation federation) {
        this.hand = hand;
        this.past = federation.spots().stream()
                .flatMap(spot -> spot.metrics().stream()
                        .filter(metric -> !metric.equals("vigie.certificate"))
                        .map(metric -> new Pace.Of(spot.type(), metric)))
                .distinct()
                .collect(Collectors.toMap(of -> of, of -> PACE));
    }

    @Override
    public Map<Pace.Of, Pace> declared() {
        return hand.goes() ? Map.of() : past;
    }
}
