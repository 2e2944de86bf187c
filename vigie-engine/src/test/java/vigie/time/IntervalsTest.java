package vigie.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # one         other        union         minus        overlap
            1-3,          5-7,         1-3 5-7,      1-3,         ''
            1-3,          3-7,         1-7,          1-3,         ''
            1-5,          3-7,         1-7,          1-3,         3-5
            1-9,          3-7,         1-9,          1-3 7-9,     3-7
            3-7,          1-9,         1-9,          '',          3-7
            1-3 5-7,      2-6,         1-7,          1-2 6-7,     2-3 5-6
            1-3 5-7,      '',          1-3 5-7,      1-3 5-7,     ''
            1-2 2-3,      1-3,         1-3,          '',          1-3
            """)
    void sets_of_moments_are_added_and_cut(String one, String other, String union, String minus, String overlap) {
        assertThat(written(read(one).union(read(other)))).isEqualTo(union);
        assertThat(written(read(one).minus(read(other)))).isEqualTo(minus);
        assertThat(written(read(one).overlap(read(other)))).isEqualTo(overlap);
    }

    @Test
    void no_moment_counts_twice() {
        assertThat(read("1-5 3-7").total()).isEqualTo(Duration.ofHours(6));
        assertThat(Intervals.NONE.total()).isZero();
        assertThat(read("1-5").contains(Instant.EPOCH.plus(Duration.ofHours(5))))
                .isFalse();
    }

    @Property(tries = 300)
    void what_is_shared_and_what_is_cut_make_the_whole(@ForAll("sets") Intervals one, @ForAll("sets") Intervals other) {
        assertThat(one.minus(other).union(one.overlap(other))).isEqualTo(one);
        assertThat(one.minus(other).overlap(other)).isEqualTo(Intervals.NONE);
        assertThat(one.union(other).total().plus(one.overlap(other).total()))
                .isEqualTo(one.total().plus(other.total()));
    }

    @Provide
    Arbitrary<Intervals> sets() {
        var hours = Arbitraries.integers().between(0, 40);
        return Combinators.combine(hours, Arbitraries.integers().between(1, 8))
                .as((from, length) -> interval(from, from + length))
                .list()
                .ofMaxSize(6)
                .map(Intervals::new);
    }

    private static Intervals read(String text) {
        return new Intervals(Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("-"))
                .map(ends -> interval(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                .toList());
    }

    private static String written(Intervals set) {
        return set.parts().stream()
                .map(part -> Duration.between(Instant.EPOCH, part.start()).toHours() + "-"
                        + Duration.between(Instant.EPOCH, part.end()).toHours())
                .collect(Collectors.joining(" "));
    }

    private static Interval interval(int from, int to) {
        return new Interval(Instant.EPOCH.plus(Duration.ofHours(from)), Instant.EPOCH.plus(Duration.ofHours(to)));
    }
}
