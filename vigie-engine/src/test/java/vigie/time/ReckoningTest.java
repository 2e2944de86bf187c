package vigie.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReckoningTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Works on Sundays, when Europe changes its clocks. */
    private static final WorkingCalendar OPEN_ON_SUNDAYS =
            WorkingCalendar.of(PARIS, List.of()).withWeekend(EnumSet.of(DayOfWeek.WEDNESDAY));

    private static final Clocks FRANCE = new Clocks(WorkingCalendar.FRANCE);

    @ParameterizedTest(name = "{0} to {1}: {2}, {3}, {4}")
    @CsvSource(textBlock = """
            # from (Paris)      to (Paris)          elapsed    without days off  office hours
            # a Tuesday
            2013-03-19T09:00,   2013-03-19T17:00,   PT8H,      PT8H,             PT8H
            2013-03-19T07:00,   2013-03-19T10:00,   PT3H,      PT3H,             PT1H
            2013-03-19T16:00,   2013-03-20T10:00,   PT18H,     PT18H,            PT2H
            2013-03-19T18:00,   2013-03-19T23:00,   PT5H,      PT5H,             PT0S
            2013-03-19T09:00,   2013-03-19T09:00,   PT0S,      PT0S,             PT0S
            2013-03-19T09:00,   2013-03-18T09:00,   PT0S,      PT0S,             PT0S
            # over a weekend
            2013-03-22T16:00,   2013-03-25T10:00,   PT66H,     PT18H,            PT2H
            2013-03-23T10:00,   2013-03-24T10:00,   PT24H,     PT0S,             PT0S
            2013-03-23T10:00,   2013-03-25T10:00,   PT48H,     PT10H,            PT1H
            # the weekend of Easter 2013 has Monday off and loses an hour
            2013-03-29T16:00,   2013-04-02T10:00,   PT89H,     PT18H,            PT2H
            2013-03-30T00:00,   2013-04-02T00:00,   PT71H,     PT0S,             PT0S
            # Victory Day and Ascension, and a bridge nobody announced
            2013-05-07T12:00,   2013-05-10T12:00,   PT72H,     PT24H,            PT8H
            # a year has 251 working days in 2013
            2013-01-01T00:00,   2014-01-01T00:00,   PT8760H,   PT6024H,          PT2008H
            """)
    void each_clock_counts_its_own_way(
            LocalDateTime from, LocalDateTime to, Duration elapsed, Duration withoutDaysOff, Duration office) {
        assertThat(FRANCE.elapsed(paris(from), paris(to))).isEqualTo(elapsed);
        assertThat(FRANCE.elapsedWithoutDaysOff(paris(from), paris(to))).isEqualTo(withoutDaysOff);
        assertThat(FRANCE.officeHours(paris(from), paris(to))).isEqualTo(office);
    }

    @ParameterizedTest(name = "{0} + {1}: {2}, {3}, {4}")
    @CsvSource(textBlock = """
            # from (Paris)      length   elapsed             without days off    office hours
            2013-03-19T09:00,   PT10H,   2013-03-19T19:00,   2013-03-19T19:00,   2013-03-20T11:00
            2013-03-22T09:00,   PT10H,   2013-03-22T19:00,   2013-03-22T19:00,   2013-03-25T11:00
            2013-03-22T20:00,   PT10H,   2013-03-23T06:00,   2013-03-25T06:00,   2013-03-26T11:00
            2013-03-23T09:00,   PT10H,   2013-03-23T19:00,   2013-03-25T10:00,   2013-03-26T11:00
            2013-03-29T20:00,   PT24H,   2013-03-30T20:00,   2013-04-02T20:00,   2013-04-04T17:00
            2013-03-22T20:00,   PT4H,    2013-03-23T00:00,   2013-03-23T00:00,   2013-03-25T13:00
            2013-03-19T09:00,   PT8H,    2013-03-19T17:00,   2013-03-19T17:00,   2013-03-19T17:00
            2013-03-23T09:00,   PT0S,    2013-03-23T09:00,   2013-03-23T09:00,   2013-03-23T09:00
            2013-03-19T09:00,   PT72H,   2013-03-22T09:00,   2013-03-22T09:00,   2013-03-29T17:00
            2013-03-22T09:00,   PT74H,   2013-03-25T11:00,   2013-03-27T11:00,   2013-04-05T11:00
            """)
    void each_clock_says_when_so_much_will_have_passed(
            LocalDateTime from,
            Duration length,
            LocalDateTime elapsed,
            LocalDateTime withoutDaysOff,
            LocalDateTime office) {
        assertThat(FRANCE.afterElapsed(paris(from), length)).isEqualTo(paris(elapsed));
        assertThat(FRANCE.afterElapsedWithoutDaysOff(paris(from), length)).isEqualTo(paris(withoutDaysOff));
        assertThat(FRANCE.afterOfficeHours(paris(from), length)).isEqualTo(paris(office));
    }

    @Test
    void a_working_day_on_which_the_clocks_change_has_23_or_25_hours() {
        var spring = paris(LocalDateTime.of(2013, 3, 31, 0, 0));
        var autumn = paris(LocalDateTime.of(2013, 10, 27, 0, 0));
        var clock = Reckoning.ELAPSED_WITHOUT_DAYS_OFF;
        assertThat(clock.between(spring, paris(LocalDateTime.of(2013, 4, 1, 0, 0)), OPEN_ON_SUNDAYS))
                .isEqualTo(Duration.ofHours(23));
        assertThat(clock.between(autumn, paris(LocalDateTime.of(2013, 10, 28, 0, 0)), OPEN_ON_SUNDAYS))
                .isEqualTo(Duration.ofHours(25));
        assertThat(clock.after(spring, Duration.ofHours(23), OPEN_ON_SUNDAYS))
                .isEqualTo(paris(LocalDateTime.of(2013, 4, 1, 0, 0)));
    }

    @Test
    void office_hours_follow_the_clock_on_the_wall() {
        var summer = FRANCE.afterOfficeHours(Instant.parse("2013-03-29T07:00:00Z"), Duration.ofHours(9));
        assertThat(summer).isEqualTo(Instant.parse("2013-04-02T08:00:00Z"));
    }

    @Test
    void what_was_not_counted_is_told_with_its_reason() {
        var why = Reckoning.OFFICE_HOURS.why(
                paris(LocalDateTime.of(2013, 3, 29, 16, 0)),
                paris(LocalDateTime.of(2013, 4, 2, 10, 0)),
                WorkingCalendar.FRANCE);
        assertThat(why.counted()).isEqualTo(Duration.ofHours(2));
        assertThat(why.notCounted())
                .extracting(part -> "%s %s %s"
                        .formatted(part.reason(), part.name(), part.when().length()))
                .containsExactly(
                        "OUTSIDE_OFFICE_HOURS  PT7H",
                        "WEEKEND  PT47H",
                        "HOLIDAY easter-monday PT24H",
                        "OUTSIDE_OFFICE_HOURS  PT9H");
    }

    @Test
    void the_first_clock_leaves_nothing_out() {
        var monday = Instant.parse("2013-03-18T09:00:00Z");
        assertThat(Reckoning.ELAPSED
                        .why(monday, monday.plus(Duration.ofDays(9)), WorkingCalendar.FRANCE)
                        .notCounted())
                .isEmpty();
    }

    @Test
    void time_does_not_run_backwards() {
        assertThatThrownBy(() -> FRANCE.afterOfficeHours(Instant.EPOCH, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-1S");
    }

    @Property(tries = 300)
    void the_inverse_law_holds(
            @ForAll Reckoning clock,
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 20 * 86400) int seconds) {
        var length = Duration.ofSeconds(seconds);
        var until = clock.after(from, length, calendar);
        assertThat(clock.between(from, until, calendar)).isEqualTo(length);
        if (seconds > 0) {
            assertThat(clock.between(from, until.minusMillis(1), calendar)).isLessThan(length);
        }
    }

    @Property(tries = 300)
    void spans_add_up(
            @ForAll Reckoning clock,
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 40 * 86400) int first,
            @ForAll @IntRange(max = 40 * 86400) int second) {
        var middle = from.plusSeconds(first);
        var end = middle.plusSeconds(second);
        assertThat(clock.between(from, middle, calendar).plus(clock.between(middle, end, calendar)))
                .isEqualTo(clock.between(from, end, calendar));
    }

    @Property(tries = 200)
    void counted_and_not_counted_make_the_elapsed_time(
            @ForAll Reckoning clock,
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 40 * 86400) int seconds) {
        var why = clock.why(from, from.plusSeconds(seconds), calendar);
        assertThat(why.counted().plus(why.subtracted())).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property(tries = 200)
    void no_clock_runs_faster_than_the_one_before(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 40 * 86400) int seconds) {
        var clocks = new Clocks(calendar);
        var to = from.plusSeconds(seconds);
        assertThat(clocks.officeHours(from, to)).isLessThanOrEqualTo(clocks.elapsedWithoutDaysOff(from, to));
        assertThat(clocks.elapsedWithoutDaysOff(from, to)).isLessThanOrEqualTo(clocks.elapsed(from, to));
    }

    @Provide
    Arbitrary<Instant> moments() {
        var from = Instant.parse("2012-10-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(from, from + 800L * 86400).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.of(
                WorkingCalendar.FRANCE,
                WorkingCalendar.WEEKENDS_ONLY,
                WorkingCalendar.ofCountry("GB"),
                WorkingCalendar.FRANCE.in(ZoneId.of("America/Sao_Paulo")),
                WorkingCalendar.FRANCE.in(ZoneId.of("Pacific/Auckland")),
                WorkingCalendar.of(PARIS, List.of("2013-05-10 extra"))
                        .withOfficeHours(LocalTime.of(0, 30), LocalTime.of(23, 45)),
                OPEN_ON_SUNDAYS);
    }

    private static Instant paris(LocalDateTime time) {
        return time.atZone(PARIS).toInstant();
    }
}
