package vigie.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.time.WorkingCalendar;
import vigie.words.Refusal;

class RecurrenceTest {
    @ParameterizedTest(name = "{0} from {1} after {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # rule                               | first      | after      | next
            FREQ=MONTHLY;BYDAY=3TU               | 2013-02-19 | 2013-02-19 | 2013-03-19 2013-04-16 2013-05-21
            RRULE:FREQ=MONTHLY;BYDAY=-1FR        | 2013-01-01 | 2013-01-01 | 2013-01-25 2013-02-22 2013-03-29
            FREQ=MONTHLY;BYDAY=1WE               | 2013-04-01 | 2013-04-03 | 2013-05-02 2013-06-05
            FREQ=MONTHLY;BYDAY=1MO               | 2013-03-01 | 2013-03-04 | 2013-04-02 2013-05-06
            FREQ=MONTHLY;BYMONTHDAY=31           | 2013-01-01 | 2013-01-01 | 2013-01-31 2013-04-02 2013-05-31
            FREQ=MONTHLY;BYMONTHDAY=-1           | 2013-02-01 | 2013-02-01 | 2013-02-28 2013-04-02
            FREQ=MONTHLY                         | 2013-02-19 | 2013-02-19 | 2013-03-19 2013-04-19
            FREQ=MONTHLY;INTERVAL=2;BYDAY=2TH    | 2013-01-10 | 2013-01-10 | 2013-03-14 2013-05-10
            FREQ=WEEKLY;BYDAY=TU,TH              | 2013-03-19 | 2013-03-18 | 2013-03-19 2013-03-21 2013-03-26
            FREQ=WEEKLY;INTERVAL=2;BYDAY=MO      | 2013-03-04 | 2013-03-04 | 2013-03-18 2013-04-02 2013-04-15
            FREQ=WEEKLY                          | 2013-12-25 | 2013-12-24 | 2013-12-26 2014-01-02 2014-01-08
            """)
    void a_rule_gives_its_days_and_a_day_off_gives_way_to_the_next_working_day(
            String rule, LocalDate first, LocalDate after, String next) {
        var expected = Arrays.stream(next.split(" ")).map(LocalDate::parse).toList();
        assertThat(Recurrence.of(rule).next(first, after, expected.size(), WorkingCalendar.FRANCE))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MONTHLY",
                "FREQ=YEARLY",
                "FREQ=MONTHLY;BYDAY=3XX",
                "FREQ=MONTHLY;BYDAY=9TU",
                "FREQ=WEEKLY;BYDAY=3TU",
                "FREQ=MONTHLY;INTERVAL=0",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=MONTHLY;BYSETPOS=1",
                "FREQ=MONTHLY;FREQ=WEEKLY"
            })
    void a_rule_that_cannot_be_kept_is_refused_as_a_whole(String rule) {
        assertThatThrownBy(() -> Recurrence.of(rule))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("FREQ=MONTHLY");
    }
}
