package vigie.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonthTest {
    @Test
    void a_month_runs_from_midnight_to_midnight_in_utc() {
        var march = Month.parse("2013-03");
        assertThat(march.interval().length()).isEqualTo(Duration.ofDays(31));
        assertThat(Month.of(march.interval().start())).isEqualTo(march);
        assertThat(Month.of(march.interval().end())).isEqualTo(march.next());
        assertThat(Month.of(Instant.parse("2013-03-31T23:30:00Z"))).hasToString("2013-03");
        assertThat(Month.of(2013, 1).previous()).hasToString("2012-12").isLessThan(march);
    }

    @Test
    void a_text_that_is_no_month_is_quoted() {
        assertThatThrownBy(() -> Month.parse("mars 2013"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("month 'mars 2013' (expected: such as 2013-03)");
    }
}
