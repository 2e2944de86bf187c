package vigie.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Re: SRM ne répond plus                      | SRM ne répond plus | true
            RE : [ops-l] Re: SRM ne répond plus         | SRM ne répond plus | true
            [ops-l] TR: SRM ne répond plus              | SRM ne répond plus | true
            AW: Fwd: SRM ne répond plus                 | SRM ne répond plus | true
            Re[2]: SRM ne répond plus                   | SRM ne répond plus | true
            [ops-l] SRM ne répond plus                  | SRM ne répond plus | false
            Results of the checks                       | Results of the checks | false
            """)
    void marks_of_answers_and_lists_are_told_apart_from_the_subject(String whole, String plain, boolean reply) {
        var subject = Subject.of(whole);
        assertThat(subject.plain()).isEqualTo(plain);
        assertThat(subject.isReply()).isEqualTo(reply);
    }

    @Test
    void one_subject_has_one_key_however_it_is_written() {
        assertThat(Subject.of("Re: [ops] Problème  de SRM").key())
                .isEqualTo(Subject.of("PROBLEME DE SRM").key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SRM en erreur au LPC          | Bonjour, quelqu'un a-t-il déjà vu cette erreur ? Merci.   | true
            Need help with DPM            | Our DPM head node fails after the upgrade.                | true
            Argus refuse les proxies      | Comment dire à Argus de relire ses règles ?               | true
            lcg-cp timeout                | Transfers fail with a timeout, any idea what to look at?  | true
            WMS EMI2                      | Je bloque sur l'installation du WMS.                      | true
            Maintenance prévue mardi      | Pour information, le site sera arrêté mardi matin.        | false
            Compte rendu de la visio      | Le compte rendu est en ligne. Des problèmes ? Dites-le.   | false
            Site back in production       | The cooling is repaired, everything runs.                 | false
            Re: SRM en erreur au LPC      | C'est réparé ici, le disque était plein.                  | false
            Workshop in June              | The agenda of the meeting is open. Can you register?      | false
            """)
    void a_call_for_help_is_told_by_its_words(String subject, String text, boolean call) {
        var verdict = AsksForHelp.of(Subject.of(subject), text);
        assertThat(verdict.isCall()).as(verdict.why()).isEqualTo(call);
    }

    @Test
    void what_made_it_a_call_can_be_said() {
        assertThat(AsksForHelp.of(Subject.of("SRM"), "Quelqu’un a une idée ?").why())
                .isEqualTo("quelqu'un, une idee");
    }
}
