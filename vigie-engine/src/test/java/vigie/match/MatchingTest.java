package vigie.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final List<Scenario> SCENARIOS = Stream.of("scenarios.txt", "others.txt")
            .flatMap(file -> Scenario.of(file).stream())
            .toList();

    /** A wrong join hides a failure; a missed one costs a minute. */
    @Test
    void no_message_joins_a_problem_that_it_is_not_about() {
        assertThat(SCENARIOS).hasSizeGreaterThanOrEqualTo(40);
        assertThat(SCENARIOS.stream()
                        .filter(scenario -> scenario.proposed() != 0 && scenario.proposed() != scenario.expected())
                        .toList())
                .isEmpty();
    }

    @Test
    void at_most_one_in_ten_of_those_that_belong_together_is_missed() {
        var together =
                SCENARIOS.stream().filter(scenario -> scenario.expected() != 0).toList();
        var missed =
                together.stream().filter(scenario -> scenario.proposed() == 0).toList();
        System.out.printf(
                "%d scenarios, %d belong together, %d missed: %s%n",
                SCENARIOS.size(), together.size(), missed.size(), missed);
        assertThat(missed.size()).as(missed.toString()).isLessThanOrEqualTo(together.size() / 10);
    }

    @Property(tries = 200)
    void whatever_is_written_of_another_site_joins_nothing_here(@ForAll String text) {
        var any = SCENARIOS.getFirst();
        var elsewhere = new Said(
                any.said().at(), "A-SITE-THAT-IS-NOT-THERE", text, any.said().vos());
        assertThat(Matching.of(elsewhere, any.problems(), any.places())).isEmpty();
    }
}
