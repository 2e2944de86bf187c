package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.time.Why;

class TermTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static java.time.Instant paris(String moment) {
        return LocalDateTime.parse(moment).atZone(PARIS).toInstant();
    }

    @ParameterizedTest(name = "{0} + {1} -> {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # from           | term                  | due              | why
            2013-03-19T09:00 | 3 WORKING_DAYS FR x   | 2013-03-22T09:00 | Tuesday to Friday
            2013-03-21T09:00 | 3 WORKING_DAYS FR x   | 2013-03-26T09:00 | over a weekend
            2013-03-28T16:00 | 3 WORKING_DAYS FR x   | 2013-04-03T16:00 | over Easter Monday and the change to summer time
            2013-03-28T16:00 | 3 WORKING_DAYS none x | 2013-04-02T17:00 | who has no Easter and no summer time, in UTC
            2013-10-25T09:00 | 1 WORKING_DAYS FR x   | 2013-10-28T09:00 | over the change to winter time
            2013-04-29T09:00 | 5 WORKING_DAYS FR x   | 2013-05-07T09:00 | over the first of May
            2013-05-07T09:00 | 1 WORKING_DAYS FR x   | 2013-05-10T09:00 | over two holidays in a row
            2013-03-22T15:00 | 4 WORKING_HOURS FR x  | 2013-03-25T11:00 | two on Friday, two on Monday
            2013-03-23T15:00 | 4 WORKING_HOURS FR x  | 2013-03-25T13:00 | begun on a Saturday
            2013-03-29T12:00 | 7 DAYS FR x           | 2013-04-05T13:00 | days as they come, 24 hours each
            """)
    void a_term_ends_where_its_calendar_says(String from, String term, String due, String why) {
        assertThat(Term.parse(term).after(paris(from))).as(why).isEqualTo(paris(due));
    }

    @Test
    void a_term_is_read_as_it_was_written_and_the_bare_number_of_the_first_tickets_too() {
        var term = new Term(3, Term.Unit.WORKING_DAYS, "FR", "escalation.std");
        assertThat(Term.parse(term.text())).isEqualTo(term);
        assertThat(Term.parse("5")).isEqualTo(new Term(5, Term.Unit.WORKING_DAYS, "FR", "helpdesk.qos"));
    }

    @Test
    void a_deadline_says_which_days_were_left_out() {
        var term = Term.parse("3 WORKING_DAYS FR escalation.std");
        var from = paris("2013-03-28T16:00");
        var why = term.why(from, term.after(from));
        assertThat(why.notCounted())
                .extracting(Why.NotCounted::reason)
                .containsExactly(Why.Reason.WEEKEND, Why.Reason.HOLIDAY);
        assertThat(why.counted()).isEqualTo(Duration.ofDays(3));
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            BASE     | LESS_URGENT | 5 WORKING_DAYS FR helpdesk.qos.BASE
            BASE     | TOP         | 5 WORKING_DAYS FR helpdesk.qos.BASE
            MEDIUM   | LESS_URGENT | 5 WORKING_DAYS FR helpdesk.qos.MEDIUM
            MEDIUM   | URGENT      | 5 WORKING_DAYS FR helpdesk.qos.MEDIUM
            MEDIUM   | VERY_URGENT | 1 WORKING_DAYS FR helpdesk.qos.MEDIUM
            MEDIUM   | TOP         | 1 WORKING_DAYS FR helpdesk.qos.MEDIUM
            ADVANCED | LESS_URGENT | 5 WORKING_DAYS FR helpdesk.qos.ADVANCED
            ADVANCED | URGENT      | 1 WORKING_DAYS FR helpdesk.qos.ADVANCED
            ADVANCED | VERY_URGENT | 1 WORKING_DAYS FR helpdesk.qos.ADVANCED
            ADVANCED | TOP         | 4 WORKING_HOURS FR helpdesk.qos.ADVANCED
            """)
    void an_answer_is_due_by_quality_and_priority(Quality quality, Priority priority, String term) {
        assertThat(quality.within(priority, "FR").text()).isEqualTo(term);
    }

    @ParameterizedTest(name = "{0} after {1} h -> {2}")
    @CsvSource({
        "URGENT,19.9,CALM",
        "URGENT,20,WATCHED",
        "LESS_URGENT,30,PRESSING",
        "URGENT,40,LATE",
        "VERY_URGENT,15.9,CALM",
        "VERY_URGENT,16,WATCHED",
        "VERY_URGENT,24,PRESSING",
        "VERY_URGENT,32,LATE",
        "TOP,11.9,CALM",
        "TOP,12,WATCHED",
        "TOP,18,PRESSING",
        "TOP,24,LATE"
    })
    void a_ticket_presses_by_its_priority_and_the_working_hours_it_has_stood(
            Priority priority, double hours, Pressure pressure) {
        assertThat(Pressure.of(priority, Duration.ofMinutes(Math.round(hours * 60))))
                .isEqualTo(pressure);
    }
}
