package vigie.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            # country  day          day off (- when worked)
            FR,        2013-03-19,  -
            FR,        2013-03-29,  -
            FR,        2013-04-01,  easter-monday
            FR,        2013-05-01,  labour-day
            FR,        2013-05-08,  victory-1945
            FR,        2013-05-09,  ascension
            FR,        2013-05-10,  -
            FR,        2013-05-20,  whit-monday
            FR,        2013-11-11,  armistice
            FR,        2024-12-26,  -
            DE,        2013-03-29,  good-friday
            DE,        2013-10-03,  national-day
            DE,        2017-10-31,  reformation
            DE,        2018-10-31,  -
            ES,        2013-12-06,  constitution
            IT,        2013-04-25,  liberation
            IT,        2024-10-04,  -
            GB,        2013-05-06,  labour-day
            GB,        2020-05-04,  -
            GB,        2020-05-08,  victory-1945
            GB,        2012-05-28,  -
            GB,        2012-06-04,  spring
            GB,        2012-06-05,  extra
            GB,        2013-05-27,  spring
            GB,        2022-05-30,  -
            GB,        2013-08-26,  summer
            GB,        2021-12-27,  christmas
            GB,        2021-12-28,  boxing-day
            GB,        2022-01-03,  new-year
            GB,        2021-12-29,  -
            NL,        2012-04-30,  national-day
            NL,        2015-04-27,  national-day
            NL,        2015-04-30,  -
            PL,        2013-05-30,  corpus-christi
            PL,        2024-12-24,  -
            PL,        2025-12-24,  christmas-eve
            SE,        2013-06-21,  midsummer-eve
            NO,        2013-03-28,  maundy-thursday
            NO,        2013-05-17,  national-day
            CH,        2013-08-01,  national-day
            none,      2013-12-25,  -
            """)
    void each_country_has_its_days_off(String country, LocalDate date, String name) {
        var calendar = WorkingCalendar.ofCountry(country);
        assertThat(calendar.holidayName(date).orElse(null)).isEqualTo(name);
        assertThat(calendar.isWorkingDay(date)).isEqualTo(name == null);
    }

    @ParameterizedTest
    @CsvSource({
        "1961, 1961-04-02", "2000, 2000-04-23", "2008, 2008-03-23", "2011, 2011-04-24", "2013, 2013-03-31",
        "2014, 2014-04-20", "2019, 2019-04-21", "2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05",
        "2038, 2038-04-25", "2285, 2285-03-22"
    })
    void easter_falls_where_the_church_says(int year, LocalDate easter) {
        assertThat(HolidayRule.easter(year)).isEqualTo(easter);
    }

    @ParameterizedTest(name = "{0} + {1} working days: {2}")
    @CsvSource(textBlock = """
            # from (Paris)      days  until (Paris)
            2013-03-19T09:00,   0,    2013-03-19T09:00
            2013-03-19T09:00,   3,    2013-03-22T09:00
            2013-03-22T16:00,   1,    2013-03-25T16:00
            2013-03-23T10:00,   0,    2013-03-25T10:00
            2013-03-23T10:00,   1,    2013-03-26T10:00
            2013-03-28T09:00,   3,    2013-04-03T09:00
            2013-03-29T09:00,   1,    2013-04-02T09:00
            2013-05-07T18:30,   1,    2013-05-10T18:30
            2013-05-07T18:30,   10,   2013-05-24T18:30
            2013-12-24T09:00,   1,    2013-12-26T09:00
            2012-10-26T09:00,   1,    2012-10-29T09:00
            """)
    void working_days_leave_out_weekends_and_holidays(LocalDateTime from, int days, LocalDateTime until) {
        assertThat(WorkingCalendar.FRANCE.plusWorkingDays(paris(from), days)).isEqualTo(paris(until));
    }

    @Test
    void the_next_working_day_is_never_the_day_itself() {
        assertThat(WorkingCalendar.FRANCE.nextWorkingDay(LocalDate.of(2013, 3, 19)))
                .isEqualTo(LocalDate.of(2013, 3, 20));
        assertThat(WorkingCalendar.FRANCE.nextWorkingDay(LocalDate.of(2013, 3, 29)))
                .isEqualTo(LocalDate.of(2013, 4, 2));
    }

    @Test
    void a_site_adds_its_own_days_and_works_on_others() {
        var site = WorkingCalendar.FRANCE.and("2013-05-10 extra", "2013-05-20 open", "2013-05-25 open");
        assertThat(site.holidayName(LocalDate.of(2013, 5, 10))).contains("extra");
        assertThat(site.isWorkingDay(LocalDate.of(2013, 5, 20))).isTrue();
        assertThat(site.isWorkingDay(LocalDate.of(2013, 5, 25))).isTrue();
        assertThat(WorkingCalendar.FRANCE.isWorkingDay(LocalDate.of(2013, 5, 10)))
                .isTrue();
    }

    @Test
    void another_weekend_and_another_zone_are_kept() {
        var friday = WorkingCalendar.WEEKENDS_ONLY.withWeekend(EnumSet.of(DayOfWeek.FRIDAY));
        assertThat(friday.isWorkingDay(LocalDate.of(2013, 3, 22))).isFalse();
        assertThat(friday.isWorkingDay(LocalDate.of(2013, 3, 23))).isTrue();
        assertThat(friday.in(PARIS).zone()).isEqualTo(PARIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13-01", "02-30", "easter+", "pâques", "05 fifth monday", "2013-02-29", "monday"})
    void a_rule_that_nobody_understands_is_quoted(String rule) {
        assertThatThrownBy(() -> WorkingCalendar.of(PARIS, List.of(rule)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + rule + "'")
                .hasMessageContaining("easter+1");
    }

    @Test
    void a_rule_for_29_february_falls_only_in_leap_years() {
        var calendar = WorkingCalendar.of(PARIS, List.of("02-29"));
        assertThat(calendar.holidayName(LocalDate.of(2012, 2, 29))).contains("02-29");
        assertThat(calendar.isWorkingDay(LocalDate.of(2013, 3, 1))).isTrue();
    }

    @Test
    void impossible_calendars_are_refused() {
        assertThatThrownBy(() -> WorkingCalendar.FRANCE.withWeekend(EnumSet.allOf(DayOfWeek.class)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkingCalendar.FRANCE.withOfficeHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkingCalendar.FRANCE.plusWorkingDays(Instant.EPOCH, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkingCalendar.ofCountry("XX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[CH, DE, ES, FR, GB, IT, NL, NO, PL, SE, none]");
    }

    @Test
    void two_calendars_with_the_same_rules_are_the_same() {
        assertThat(WorkingCalendar.of(PARIS, List.of("01-01 x")))
                .isEqualTo(WorkingCalendar.of(PARIS, List.of("01-01 x")))
                .isNotEqualTo(WorkingCalendar.of(PARIS, List.of("01-02 x")));
    }

    private static Instant paris(LocalDateTime time) {
        return time.atZone(PARIS).toInstant();
    }
}
