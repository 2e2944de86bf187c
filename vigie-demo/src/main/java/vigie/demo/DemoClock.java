package vigie.demo;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vigie.timekeeper.MovableClock;

/** The clock of the demonstration: it begins on 1 February 2013 and takes up where it last stood. */
@Configuration
class DemoClock {
    /** When the visitor's day begins: 19 March 2013, 09:00 in Paris. */
    static final Instant TODAY = Instant.parse("2013-03-19T08:00:00Z");

    private final Duration past;

    DemoClock(@Value("${vigie.demo.days:46}") int days) {
        this.past = Duration.ofDays(days);
    }

    @Bean
    MovableClock movableClock(DemoTable table) {
        return new MovableClock(table.standing().map(DemoTable.Standing::now).orElse(begin()));
    }

    /** When its past begins. */
    Instant begin() {
        return TODAY.minus(past);
    }

    /** How many days its past has. */
    long days() {
        return past.toDays();
    }
}
