package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vigie.timekeeper.MovableClock;
import vigie.timekeeper.TrueTime;

class TriesTest {
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

    private final MovableClock clock = new MovableClock(BEGIN);
    private final Tries tries = new Tries(new TrueTime(clock));

    @Test
    void the_sixth_try_within_a_quarter_of_an_hour_waits_until_the_first_is_that_old() {
        for (var i = 0; i < 5; i++) {
            assertThat(tries.begin("ada")).isEmpty();
            clock.moveTo(clock.instant().plusSeconds(60));
        }
        assertThat(tries.begin("ada")).contains(BEGIN.plus(Duration.ofMinutes(15)));
        assertThat(tries.begin("luc")).isEmpty();
        clock.moveTo(BEGIN.plus(Duration.ofMinutes(15)));
        assertThat(tries.begin("ada")).isEmpty();
        assertThat(tries.begin("ada")).contains(BEGIN.plus(Duration.ofMinutes(16)));
    }

    @Test
    void a_right_password_forgets_the_wrong_ones_before() {
        for (var i = 0; i < 4; i++) {
            tries.begin("ada");
        }
        tries.begin("ada");
        tries.wasRight("ada");
        assertThat(tries.begin("ada")).isEmpty();
    }

    @Test
    void waiting_tries_do_not_lengthen_the_wait() {
        for (var i = 0; i < 50; i++) {
            tries.begin("ada");
        }
        clock.moveTo(BEGIN.plus(Duration.ofMinutes(15)));
        assertThat(tries.begin("ada")).isEmpty();
    }

    @Test
    void ten_thousand_invented_logins_do_not_fill_the_memory() {
        for (var i = 0; i < 20_000; i++) {
            assertThat(tries.begin("nobody" + i)).isEmpty();
        }
    }
}
