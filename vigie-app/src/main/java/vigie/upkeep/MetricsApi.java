package vigie.upkeep;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.agenda.Vital;
import vigie.people.May;
import vigie.people.Right;

/** What Prometheus reads: the machine's own measures, and each sign of health as two gauges. */
@RestController
class MetricsApi {
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Health health;
    private final PrometheusMeterRegistry registry;
    private final MultiGauge values;
    private final MultiGauge wells;

    MetricsApi(Health health, PrometheusMeterRegistry registry) {
        this.health = health;
        this.registry = registry;
        this.values = MultiGauge.builder("vigie.vital")
                .description("What a sign of Vigie's own health shows, in the unit of the sign")
                .register(registry);
        this.wells = MultiGauge.builder("vigie.vital.well")
                .description("1 where the sign is as it should be, otherwise 0")
                .register(registry);
    }

    @GetMapping("/metrics")
    @May(Right.READ_UPKEEP)
    ResponseEntity<String> scrape() {
        var signs = health.signs();
        values.register(rows(signs, Vital::value), true);
        wells.register(rows(signs, sign -> sign.well() ? 1 : 0), true);
        return ResponseEntity.ok().header("Content-Type", FORMAT).body(registry.scrape(FORMAT));
    }

    private static List<MultiGauge.Row<?>> rows(List<Vital> signs, ToDoubleFunction<Vital> value) {
        return signs.stream()
                .<MultiGauge.Row<?>>map(
                        sign -> MultiGauge.Row.of(Tags.of("sign", sign.gauge()), value.applyAsDouble(sign)))
                .toList();
    }
}
