package vigie.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vigie.status.Status.CRITICAL;
import static vigie.status.Status.DOWNTIME;
import static vigie.status.Status.OK;
import static vigie.status.Status.WARNING;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vigie.time.Interval;

class StatusTimelineTest {
    private static final Interval DAY =
            new Interval(Instant.parse("2013-03-19T00:00:00Z"), Instant.parse("2013-03-20T00:00:00Z"));

    @Test
    void a_status_holds_until_the_next_change() {
        var line = StatusTimeline.of(DAY, OK).with(hour(8), CRITICAL).with(hour(10), OK);
        assertThat(line.at(hour(8).minusNanos(1))).isEqualTo(OK);
        assertThat(line.at(hour(8))).isEqualTo(CRITICAL);
        assertThat(line.at(hour(10))).isEqualTo(OK);
        assertThat(line.stretches())
                .containsExactly(
                        new Stretch(new Interval(DAY.start(), hour(8)), OK),
                        new Stretch(new Interval(hour(8), hour(10)), CRITICAL),
                        new Stretch(new Interval(hour(10), DAY.end()), OK));
        assertThat(line.totals()).isEqualTo(Map.of(OK, Duration.ofHours(22), CRITICAL, Duration.ofHours(2)));
    }

    @Test
    void a_change_to_the_same_is_no_change() {
        assertThat(StatusTimeline.of(DAY, OK).with(hour(3), OK)).isEqualTo(StatusTimeline.of(DAY, OK));
    }

    @Test
    void needed_together_the_worst_decides_and_as_equals_the_best() {
        var one = StatusTimeline.of(DAY, OK).with(hour(8), CRITICAL).with(hour(12), OK);
        var other = StatusTimeline.of(DAY, WARNING).with(hour(10), DOWNTIME);
        assertThat(one.combine(other, Status::orWorse))
                .isEqualTo(
                        StatusTimeline.of(DAY, WARNING).with(hour(8), CRITICAL).with(hour(12), DOWNTIME));
        assertThat(one.combine(other, Status::orBetter))
                .isEqualTo(StatusTimeline.of(DAY, OK)
                        .with(hour(8), WARNING)
                        .with(hour(10), CRITICAL)
                        .with(hour(12), OK));
    }

    @Test
    void nothing_is_said_outside_the_span() {
        var line = StatusTimeline.of(DAY, OK);
        assertThatThrownBy(() -> line.at(DAY.end())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line.with(DAY.start().minusSeconds(1), OK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        line.combine(StatusTimeline.of(new Interval(DAY.start(), hour(1)), OK), Status::orWorse))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void at_every_moment_the_whole_is_the_rule_of_its_parts(
            @ForAll("timelines") StatusTimeline one,
            @ForAll("timelines") StatusTimeline other,
            @ForAll @IntRange(max = 86399) int second) {
        var moment = DAY.start().plusSeconds(second);
        assertThat(one.combine(other, Status::orWorse).at(moment))
                .isEqualTo(one.at(moment).orWorse(other.at(moment)));
        assertThat(one.combine(other, Status::orBetter)).isEqualTo(other.combine(one, Status::orBetter));
    }

    @Property(tries = 200)
    void stretches_fill_the_span(@ForAll("timelines") StatusTimeline line) {
        assertThat(line.totals().values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(DAY.length());
        var stretches = line.stretches();
        for (var n = 1; n < stretches.size(); n++) {
            assertThat(stretches.get(n).when().start())
                    .isEqualTo(stretches.get(n - 1).when().end());
            assertThat(stretches.get(n).status())
                    .isNotEqualTo(stretches.get(n - 1).status());
        }
    }

    @Provide
    Arbitrary<StatusTimeline> timelines() {
        var change = Combinators.combine(Arbitraries.integers().between(0, 86399), Arbitraries.of(Status.class))
                .as(Map::entry);
        return change.list().ofMaxSize(12).map(changes -> {
            var line = StatusTimeline.of(DAY, OK);
            for (var each : changes) {
                line = line.with(DAY.start().plusSeconds(each.getKey()), each.getValue());
            }
            return line;
        });
    }

    private static Instant hour(int hours) {
        return DAY.start().plus(Duration.ofHours(hours));
    }
}
