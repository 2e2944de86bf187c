package vigie.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenTest {
    private static final Instant BEGAN = Instant.parse("2013-03-19T08:00:00Z");

    /** Minutes after the beginning; empty where there was none. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what happened                          | site | others | recovered | first
            the site acts before the duty            | 5    | 40     | 90        | SITE
            the duty acts before the site            | 40   | 5      | 90        | OTHERS
            both in the same second                  | 5    | 5      | 90        | OTHERS
            only the site acts                       | 5    | -      | 90        | SITE
            only the duty acts                       | -    | 5      | 90        | OTHERS
            it goes away before anybody acts         | -    | -      | 90        | SITE
            it is closed while it lasts, by nobody   | -    | -      | -         | NOBODY
            the site acts and it never recovers      | 5    | -      | -         | SITE
            """)
    void who_was_first(
            String what, @Nullable Integer site, @Nullable Integer others, @Nullable Integer end, Seen.Who first) {
        assertThat(seen(1, site, others, end).first()).isEqualTo(first);
    }

    @Test
    void the_delay_of_a_month_is_the_middle_one() {
        var month =
                Arrays.asList(seen(1, 10, 20, 90), seen(1, 30, null, 90), seen(1, 500, 5, 900), seen(2, null, 7, 9));
        var sums = Sums.ofSites(month);
        assertThat(sums).extracting(Sums.OfSite::site).containsExactly(1L, 2L);
        assertThat(sums.getFirst().siteDelay()).contains(Duration.ofMinutes(30));
        assertThat(sums.getFirst().bySite()).isEqualTo(2);
        assertThat(sums.getFirst().byOthers()).isEqualTo(1);
        assertThat(sums.getFirst().share()).isEqualTo(67);
        assertThat(sums.getLast().siteDelay()).isEmpty();
    }

    @Test
    void help_is_what_is_done_for_another_site() {
        var acts = List.of(act(1, 7, 7), act(2, 7, 8), act(3, 7, 9), act(4, 7, 9), act(5, 0, 7));
        assertThat(Sums.ofHomes(acts)).containsExactly(new Sums.OfHome(0, 0, 1, 1), new Sums.OfHome(7, 1, 3, 2));
    }

    private static Act act(long deed, long home, long site) {
        return new Act(deed, BEGAN, 3, home, site, "ticket.deed.replied", "ticket:1");
    }

    private static Seen seen(long site, @Nullable Integer own, @Nullable Integer others, @Nullable Integer end) {
        return new Seen(1, site, BEGAN, after(own), after(others), after(end));
    }

    private static @Nullable Instant after(@Nullable Integer minutes) {
        return minutes == null ? null : BEGAN.plus(Duration.ofMinutes(minutes));
    }
}
