package vigie.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VeilTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Écrire à maud.t@lab.example.org, merci   | Écrire à …, merci
            maud at example.org                      | …
            Tél. : 04 73 40 00 00                    | Tél. : …
            +33 (0)4 73 40 00 00                     | …
            error 500 on ce01.example.org port 8443  | error 500 on ce01.example.org port 8443
            job 20130312 of 2013-03-12 10:00:00      | job 20130312 of 2013-03-12 10:00:00
            """)
    void addresses_and_telephones_are_hidden_and_nothing_else_is(String text, String veiled) {
        assertThat(Veil.over(text)).isEqualTo(veiled);
    }
}
