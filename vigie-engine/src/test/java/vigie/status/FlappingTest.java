package vigie.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.status.Flapping.Bounds;

class FlappingTest {
    @ParameterizedTest(name = "{0}: {1} %, {2}")
    @CsvSource(textBlock = """
            # believed statuses, the newest last (O W C U M)    | share in percent | does it flap
            O,                                                    0,                  no
            OOOOOOOOOOOOOOOOOOOOO,                                0,                  no
            C,                                                    0,                  no
            # a single change weighs 1.2 of 20 when it is new, and 0.8 when it is old
            OOOOOOOOOOOOOOOOOOOOC,                                6,                  no
            OCCCCCCCCCCCCCCCCCCCC,                                4,                  no
            OOOOOOOOOOCCCCCCCCCCC,                                4.947,              no
            # what has left the memory counts no more
            OCCCCCCCCCCCCCCCCCCCCC,                               0,                  no
            # every step a change
            OCOCOCOCOCOCOCOCOCOCO,                                100,                yes
            OWOWOWOWOWOWOWOWOWOWO,                                100,                yes
            WCUWCUWCUWCUWCUWCUWCU,                                100,                yes
            # five changes are not enough, however new; six are
            OOOOOOOOOOOOOOOOCOCOC,                                28.947,             no
            OOOOOOOOOOOOOOOCOCOCO,                                34.421,             yes
            CCCCCCCCCCCCCCCOCOCOC,                                34.421,             yes
            # the same six, a while ago: it goes on until the share has sunk to 20
            OOOOOOOOOCOCOCOOOOOOO,                                30.632,             yes
            OCOCOCOOOOOOOOOOOOOOO,                                25.579,             yes
            OCOCOCOOOOOOOOOOOOOOOO,                               21.053,             yes
            OCOCOCOOOOOOOOOOOOOOOOO,                              16.632,             no
            # nothing is known of the time before the first result
            OC,                                                   6,                  no
            OCOCOC,                                               28.947,             no
            OCOCOCO,                                              34.421,             yes
            """)
    void the_share_of_the_last_21_that_was_change(String believed, double share, String flaps) {
        var flapping = after(believed);
        assertThat(flapping.share()).isCloseTo(share, within(0.001));
        assertThat(flapping.isOn()).isEqualTo(flaps.equals("yes"));
    }

    @Test
    void between_the_bounds_it_stays_what_it_was() {
        var bounds = new Bounds(20, 30);
        var calm = after("OOOOOOOOOOOOOOOOCOCOC");
        assertThat(calm.share()).isBetween(bounds.low(), bounds.high());
        assertThat(calm.isOn()).isFalse();
        var restless = new Flapping(calm.recent(), true).next(Status.CRITICAL, bounds);
        assertThat(restless.share()).isBetween(bounds.low(), bounds.high());
        assertThat(restless.isOn()).isTrue();
    }

    @Test
    void bounds_of_ones_own_begin_it_sooner() {
        var flapping = Flapping.NONE;
        for (var status : List.of(Status.OK, Status.CRITICAL, Status.OK)) {
            flapping = flapping.next(status, new Bounds(5, 10));
        }
        assertThat(flapping.isOn()).isTrue();
        assertThatThrownBy(() -> new Bounds(30, 30)).hasMessageContaining("the first greater");
        assertThatThrownBy(() -> new Bounds(-1, 30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(20, 101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(Double.NaN, 30)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_not_believed_yet_does_not_count_and_good_news_that_ends_doubt_does() {
        var at = Instant.parse("2013-03-19T08:00:00Z");
        var state = HardState.first(Status.OK, at, 3);
        var flapping = Flapping.NONE.next(state, Bounds.USUAL);
        for (var n = 1; n <= 40; n++) {
            state = state.next(n % 2 == 0 ? Status.OK : Status.CRITICAL, at.plusSeconds(60L * n), 3);
            flapping = flapping.next(state, Bounds.USUAL);
        }
        assertThat(flapping.share()).as("never believed, so never a change").isZero();
    }

    @Property
    void the_share_lies_between_0_and_100_and_a_repeat_never_raises_it(@ForAll @Size(max = 60) List<Status> statuses) {
        var flapping = Flapping.NONE;
        for (var status : statuses) {
            flapping = flapping.next(status, Bounds.USUAL);
        }
        assertThat(flapping.share()).isBetween(0.0, 100.0 + 1e-9);
        if (!statuses.isEmpty()) {
            var calmer = flapping.next(statuses.getLast(), Bounds.USUAL);
            assertThat(calmer.share()).isLessThanOrEqualTo(flapping.share());
        }
    }

    @Property
    void whatever_came_before_it_is_calm_after_21_of_one_kind(
            @ForAll @Size(max = 60) List<Status> statuses, @ForAll Status last) {
        var flapping = Flapping.NONE;
        for (var status : statuses) {
            flapping = flapping.next(status, Bounds.USUAL);
        }
        for (var n = 0; n < Flapping.REMEMBERED; n++) {
            flapping = flapping.next(last, Bounds.USUAL);
        }
        assertThat(flapping.isOn()).isFalse();
        assertThat(flapping.share()).isZero();
    }

    @Property
    void it_begins_at_or_above_the_high_bound_and_ends_at_or_below_the_low_one(
            @ForAll @Size(min = 1, max = 80) List<Status> statuses,
            @ForAll @IntRange(min = 1, max = 40) int low,
            @ForAll @IntRange(min = 1, max = 40) int more) {
        var bounds = new Bounds(low, low + more);
        var before = Flapping.NONE;
        for (var status : statuses) {
            var after = before.next(status, bounds);
            if (!before.isOn() && after.isOn()) {
                assertThat(after.share()).isGreaterThanOrEqualTo(bounds.high());
            }
            if (before.isOn() && !after.isOn()) {
                assertThat(after.share()).isLessThanOrEqualTo(bounds.low());
            }
            before = after;
        }
    }

    private static Flapping after(String believed) {
        var flapping = Flapping.NONE;
        for (var n = 0; n < believed.length(); n++) {
            flapping = flapping.next(status(believed.charAt(n)), Bounds.USUAL);
        }
        return flapping;
    }

    private static Status status(char letter) {
        return switch (letter) {
            case 'O' -> Status.OK;
            case 'W' -> Status.WARNING;
            case 'C' -> Status.CRITICAL;
            case 'U' -> Status.UNKNOWN;
            default -> Status.MISSING;
        };
    }
}
