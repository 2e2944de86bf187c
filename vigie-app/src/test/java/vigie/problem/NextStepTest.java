package vigie.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EGI's matrix of alarm and downtime, row by row. */
class NextStepTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what the matrix says                            | stage        | good  | held  | ticket| flaps | centr.| days | pieces | old   | theirs| asked | then
            fixed in time, green and stable                   | RECOVERED    | true  | false | false | false | false | 0    | 0      | false | false | false | CLOSE
            green again, one result only                      | OPEN         | true  | false | false | false | false | 0    | 0      | false | false | false | WAIT_FOR_RESULT
            green again when a ticket was due, one result     | DUE          | true  | false | false | false | false | 0    | 0      | false | false | false | WAIT_FOR_RESULT
            not fixed, younger than the term                  | OPEN         | false | false | false | false | false | 0    | 0      | false | false | false | WAIT_FOR_SITE
            not fixed, the site declares a downtime           | OPEN         | false | true  | false | false | false | 3    | 1      | false | false | false | WAIT_FOR_END
            not fixed in time, no downtime                    | DUE          | false | false | false | false | false | 0    | 0      | false | false | false | OPEN_TICKET
            not fixed for three days, no downtime             | OVERDUE      | false | false | false | false | false | 0    | 0      | true  | false | false | OPEN_TICKET
            in downtime and fixed                             | RECOVERED    | true  | false | false | false | false | 3    | 1      | false | false | false | CLOSE
            downtime declared after the term                  | DUE          | false | true  | false | false | false | 3    | 1      | false | false | false | WAIT_FOR_END
            downtime over, still failing                      | DUE          | false | false | false | false | false | 0    | 0      | true  | false | false | OPEN_TICKET
            ticket open, then a downtime                      | TICKETED     | false | true  | true  | false | false | 3    | 1      | false | false | false | EXTEND_TICKET
            ticket open, the downtime extended once           | TICKETED     | false | true  | true  | false | false | 6    | 2      | false | false | false | EXTEND_TICKET
            ticket open, the downtime extended again and again| TICKETED     | false | true  | true  | false | false | 9    | 3      | false | false | false | ASK_SUSPENSION
            ticket open, downtime longer than a month         | TICKETED     | false | true  | true  | false | false | 40   | 1      | true  | false | false | ADVISE_SUSPENSION
            no ticket, downtime longer than a month           | OPEN         | false | true  | false | false | false | 40   | 1      | true  | false | false | ADVISE_SUSPENSION
            red for more than 72 h, in downtime               | OVERDUE      | false | true  | false | false | false | 3    | 1      | true  | false | false | MAY_CLOSE_NOT_GOOD
            accounting: a downtime of the site does not excuse| DUE          | false | true  | false | false | true  | 3    | 1      | false | false | false | OPEN_TICKET
            accounting, younger than the term                 | OPEN         | false | true  | false | false | true  | 3    | 1      | false | false | false | WAIT_FOR_SITE
            flapping with a ticket: the ticket stays          | RECOVERED    | true  | false | true  | true  | false | 0    | 0      | false | false | false | FOLLOW_TICKET
            flapping without a ticket is not closed           | RECOVERED    | true  | false | false | true  | false | 0    | 0      | false | false | false | WAIT_FOR_RESULT
            another failure at a site that has a ticket       | DUE          | false | false | false | false | false | 0    | 0      | false | false | false | OPEN_TICKET
            ticket open, still failing                        | TICKETED     | false | false | true  | false | false | 0    | 0      | true  | false | false | FOLLOW_TICKET
            ticket open, all good and steady                  | RECOVERED    | true  | false | true  | false | false | 0    | 0      | false | false | false | SOLVE_TICKET
            a ticket that seems to be of it, before the term  | OPEN         | false | false | false | false | false | 0    | 0      | false | false | true  | SAY_WHETHER_SAME
            a ticket that seems to be of it, ours is due      | DUE          | false | false | false | false | false | 0    | 0      | false | false | true  | SAY_WHETHER_SAME
            a ticket that seems to be of it, ours is open     | TICKETED     | false | false | true  | false | false | 0    | 0      | false | false | true  | SAY_WHETHER_SAME
            a ticket that seems to be of it, acknowledged     | ACKNOWLEDGED | false | false | false | false | false | 0    | 0      | false | false | true  | SAY_WHETHER_SAME
            a ticket that seems to be of it, in a downtime    | OPEN         | false | true  | false | false | false | 3    | 1      | false | false | true  | WAIT_FOR_END
            a ticket that seems to be of it, green again      | OPEN         | true  | false | false | false | false | 0    | 0      | false | false | true  | WAIT_FOR_RESULT
            followed in theirs, still failing                 | TICKETED     | false | false | true  | false | false | 0    | 0      | true  | true  | false | FOLLOW_THEIRS
            followed in theirs, then a downtime               | TICKETED     | false | true  | true  | false | false | 3    | 1      | false | true  | false | FOLLOW_THEIRS
            followed in theirs, downtime longer than a month  | TICKETED     | false | true  | true  | false | false | 40   | 1      | true  | true  | false | ADVISE_SUSPENSION
            followed in theirs, green again, one result       | TICKETED     | true  | false | true  | false | false | 0    | 0      | false | true  | false | WAIT_FOR_RESULT
            followed in theirs, all good and steady           | RECOVERED    | true  | false | true  | false | false | 0    | 0      | false | true  | false | SOLVE_TICKET
            silenced by a person                              | DUE          | false | true  | false | false | false | 0    | 0      | false | false | false | WAIT_FOR_END
            acknowledged until a moment                       | ACKNOWLEDGED | false | false | false | false | false | 0    | 0      | false | false | false | WAIT_AS_AGREED
            over                                              | CLOSED       | false | false | false | false | false | 0    | 0      | false | false | false | NOTHING
            """)
    void the_matrix_of_alarm_and_downtime(
            String what,
            Stage stage,
            boolean good,
            boolean held,
            boolean ticket,
            boolean flapping,
            boolean central,
            int days,
            int pieces,
            boolean old,
            boolean theirs,
            boolean asked,
            NextStep then) {
        assertThat(NextStep.of(new NextStep.Situation(
                        stage,
                        good,
                        held,
                        ticket,
                        flapping,
                        central,
                        Duration.ofDays(days),
                        pieces,
                        old,
                        theirs,
                        asked)))
                .isEqualTo(then);
    }
}
