package vigie.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://vigie.example.org/problems/8. | https://vigie.example.org/problems/8",
                "(http://a.example/x) | http://a.example/x",
                "http://a.example?q=1&b=2, then https://b.example/ | http://a.example?q=1&b=2 https://b.example/",
                "javascript:alert(1) ftp://a.example http:// | ''",
                "'<a href=\"http://a.example\">' | http://a.example",
            })
    void web_addresses_can_be_followed_and_nothing_is_lost(String text, String addresses) {
        assertThat(Said.of(text).stream()
                        .filter(Said::isAddress)
                        .map(Said::text)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(addresses);
        assertThat(Said.of(text).stream().map(Said::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
