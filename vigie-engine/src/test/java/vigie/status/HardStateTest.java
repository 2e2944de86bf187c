package vigie.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardStateTest {
    private static final Instant NINE = Instant.parse("2013-03-19T08:00:00Z");

    @ParameterizedTest(name = "{0} with {1} attempts: {2}")
    @CsvSource(textBlock = """
            # results, one each minute (O W U C) | attempts | hard states, one each (M is MISSING)
            O,          3,  O
            OC,         3,  OO
            OCC,        3,  OOO
            OCCC,       3,  OOOC
            OCCO,       3,  OOOO
            OCCOCC,     3,  OOOOOO
            OCCCO,      3,  OOOCO
            OCCCCC,     3,  OOOCCC
            OC,         1,  OC
            OCOCO,      1,  OCOCO
            C,          3,  M
            CCC,        3,  MMC
            C,          1,  C
            OCUC,       3,  OOOC
            OUUC,       3,  OOOC
            OCCU,       3,  OOOU
            OWWW,       3,  OOOW
            OWWWC,      3,  OOOWC
            OCCCW,      3,  OOOCW
            OCCCWO,     3,  OOOCWO
            OCCCUC,     3,  OOOCUC
            """)
    void bad_news_is_believed_when_it_has_come_often_enough(String results, int attempts, String believed) {
        var hard = new StringBuilder();
        var state = HardState.first(status(results.charAt(0)), NINE, attempts);
        hard.append(state.hard().name().charAt(0));
        for (var n = 1; n < results.length(); n++) {
            state = state.next(status(results.charAt(n)), NINE.plusSeconds(60L * n), attempts);
            hard.append(state.hard().name().charAt(0));
        }
        assertThat(hard).hasToString(believed);
    }

    @Test
    void what_is_believed_is_dated_by_the_result_that_settled_it() {
        var state = HardState.first(Status.OK, NINE, 2);
        assertThat(state.since()).isEqualTo(NINE);
        state = state.next(Status.CRITICAL, minute(1), 2);
        assertThat(state).isEqualTo(new HardState(Status.OK, Status.CRITICAL, 1, NINE, minute(1)));
        assertThat(state.isSoft()).isTrue();
        state = state.next(Status.CRITICAL, minute(2), 2).next(Status.CRITICAL, minute(3), 2);
        assertThat(state).isEqualTo(new HardState(Status.CRITICAL, Status.CRITICAL, 2, minute(2), minute(3)));
    }

    @Test
    void a_late_result_changes_nothing() {
        var state = HardState.first(Status.OK, minute(5), 1);
        assertThat(state.next(Status.CRITICAL, minute(4), 1)).isEqualTo(state);
    }

    @Test
    void the_same_result_told_twice_counts_once() {
        var state = HardState.first(Status.OK, NINE, 2).next(Status.CRITICAL, minute(1), 2);
        assertThat(state.next(Status.CRITICAL, minute(1), 2)).isEqualTo(state);
    }

    @Test
    void silence_longer_than_the_time_to_live_is_missing_and_never_ok() {
        var state = HardState.first(Status.OK, NINE, 3);
        assertThat(state.isMissing(minute(60), Duration.ofHours(1))).isFalse();
        assertThat(state.isMissing(minute(60).plusMillis(1), Duration.ofHours(1)))
                .isTrue();
        var missing = state.missing(minute(61));
        assertThat(missing).isEqualTo(new HardState(Status.MISSING, Status.MISSING, 0, minute(61), NINE));
        assertThat(missing.missing(minute(90))).isEqualTo(missing);
    }

    @Test
    void after_a_silence_good_news_is_believed_at_once_and_bad_news_is_retried() {
        var missing = HardState.first(Status.CRITICAL, NINE, 1).missing(minute(61));
        assertThat(missing.next(Status.OK, minute(62), 3).hard()).isEqualTo(Status.OK);
        var bad = missing.next(Status.CRITICAL, minute(62), 2);
        assertThat(bad.hard()).isEqualTo(Status.MISSING);
        assertThat(bad.next(Status.CRITICAL, minute(63), 2).hard()).isEqualTo(Status.CRITICAL);
    }

    @Test
    void no_attempt_at_all_is_refused() {
        assertThatThrownBy(() -> HardState.first(Status.OK, NINE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0 attempts (expected: 1 or more)");
    }

    @Property
    void what_is_believed_never_runs_ahead_of_what_was_seen(
            @ForAll @NotEmpty List<Status> results, @ForAll @IntRange(min = 1, max = 5) int attempts) {
        var state = HardState.first(results.getFirst(), NINE, attempts);
        for (var n = 1; n < results.size(); n++) {
            var before = state;
            state = state.next(results.get(n), minute(n), attempts);
            assertThat(state.soft()).isEqualTo(results.get(n));
            assertThat(state.lastSeen()).isEqualTo(minute(n));
            assertThat(state.attempt()).isBetween(0, attempts);
            assertThat(state.since()).isBetween(before.since(), minute(n));
            assertThat(state.hard()).isIn(before.hard(), results.get(n));
        }
    }

    private static Instant minute(int minutes) {
        return NINE.plusSeconds(60L * minutes);
    }

    private static Status status(char letter) {
        return switch (letter) {
            case 'O' -> Status.OK;
            case 'W' -> Status.WARNING;
            case 'U' -> Status.UNKNOWN;
            default -> Status.CRITICAL;
        };
    }
}
