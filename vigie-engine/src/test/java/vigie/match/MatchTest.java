package vigie.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a match says of itself. */
class MatchTest {
    private static final Instant BEGAN = Instant.parse("2013-03-19T08:00:00Z");
    private static final KnownPlaces PLACES =
            new KnownPlaces(Map.of("site-a", "site-a"), Map.of("ce01.site-a.example.org", "site-a"));
    private static final Failing AUTHENTICATION = new Failing(
            7,
            "SITE-A",
            Set.of("ce01.site-a.example.org"),
            Set.of("CREAM-CE"),
            Set.of("emi.cream.CREAMCE-JobSubmit"),
            "CRITICAL: authentication failed for the delegation",
            false,
            BEGAN,
            null);

    private static Match of(String text) {
        return Matching.of(
                        new Said(BEGAN.plus(Duration.ofHours(3)), "SITE-A", text, Set.of()),
                        List.of(AUTHENTICATION),
                        PLACES)
                .orElseThrow();
    }

    @Test
    void it_names_the_host_the_symptom_that_both_tell_and_how_long_after_it_was_said() {
        var match = of("Jobs fail\nThe authentication fails at ce01.site-a.example.org since this morning");
        assertThat(match.reason()).isEqualTo("match.host");
        assertThat(match.word()).isEqualTo("ce01.site-a.example.org");
        assertThat(match.both()).containsExactly("forbidden");
        assertThat(match.after()).isEqualTo(Duration.ofHours(3));
        assertThat(match.isCertain()).isTrue();
    }

    @Test
    void a_kind_of_service_alone_is_never_certain() {
        var match = of("Pilot jobs fail\nAll pilots of the experiment are aborted at your CE: authentication failed");
        assertThat(match.reason()).isEqualTo("match.service");
        assertThat(match.isCertain()).isFalse();
    }

    @Test
    void a_host_without_a_word_of_what_both_see_is_not_certain() {
        var match = of("Jobs fail\nPilot jobs fail on ce01.site-a.example.org");
        assertThat(match.reason()).isEqualTo("match.host");
        assertThat(match.both()).isEmpty();
        assertThat(match.isCertain()).isFalse();
    }
}
