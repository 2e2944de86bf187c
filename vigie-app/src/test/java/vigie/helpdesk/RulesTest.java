package vigie.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.ticket.State;

/** What a ticket was about, as the rules propose it. */
class RulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unsupported EMI-1 middleware on ce01          | Upgraded the CREAM-CE              | CAMPAIGN",
                "[campagne] mise à jour des WN                 |                                    | CAMPAIGN",
                "SRM put fails for atlas                       | Host certificate renewed           | CERTIFICATE",
                "CRL périmée sur le CE                         |                                    | CERTIFICATE",
                "Jobs abort                                    | Faux positif de la sonde           | MONITORING",
                "org.sam.WN-Rep fails                          | False positive, probe bug fixed    | MONITORING",
                "Job submission fails                          | User error: wrong JDL              | USER_ERROR",
                "All services down                             | Coupure électrique cette nuit      | HARDWARE",
                "SE unreachable                                | The router was replaced            | NETWORK",
                "Réseau coupé entre le site et RENATER         |                                    | NETWORK",
                "Site-BDII: GlueCEStateWaitingJobs 444444      |                                    | INFORMATION_SYSTEM",
                "lcg-cr timeout                                | dpm daemon restarted               | STORAGE",
                "Transferts en échec                           |                                    | STORAGE",
                "CREAM-CE: jobs stay in IDLE                   |                                    | COMPUTING",
                "Something odd                                 | yaim run again                     | CONFIGURATION",
                "Question                                      |                                    | OTHER"
            })
    void a_cause_is_proposed_by_the_words_of_the_ticket(String subject, String solution, CauseKind kind) {
        assertThat(propose(subject, solution, "").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "An upgrade of the service                     | DPM stopped                        | solution: dpm",
                "The bdii does not answer                      |                                    | subject: bdii",
                "Question                                      |                                    | ''"
            })
    void it_says_for_which_word_and_where_that_stands(String subject, String solution, String why) {
        assertThat(propose(subject, solution, "").why()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"poolside, OTHER", "jobless, OTHER", "pools, STORAGE", "scrlx, OTHER"})
    void words_are_whole_ones_unless_a_star_says_otherwise(String text, CauseKind kind) {
        assertThat(propose("Question", "", text.equals("poolside") ? "whirlpool" : text)
                        .kind())
                .isEqualTo(kind);
    }

    private static Rules.Proposal propose(String subject, String solution, String text) {
        return Rules.propose(new Past(
                "1",
                "",
                subject,
                text,
                State.SOLVED,
                null,
                "",
                "",
                Instant.EPOCH,
                null,
                solution == null ? "" : solution));
    }
}
