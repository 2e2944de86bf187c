package vigie.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestrictedTest {
    private final Restricted restricted = new Restricted("(?i)pakiti|security|\\.sec\\.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/DC=org/DC=example/O=Laboratoire/CN=Salma Secrete",
                "subject= CN=Salma Secrete, OU=Users, O=Example",
                "emailAddress=secrete@example.org",
                "proxy of \"/O=GRID-FR/C=FR/O=CNRS/OU=X/CN=Salma Secrete/CN=proxy\"",
                "asked by Secrete@lab.example.org",
                "password: Secrete2013",
                "Authorization: Bearer Secrete.abc.def",
                "https://vigie:Secrete@example.org/",
                "-----BEGIN RSA PRIVATE KEY-----\nSecrete\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nSecrete and cut"
            })
    void what_is_not_for_everybody_is_taken_out(String said) {
        assertThat(restricted.cleared("before " + said + "\nafter")).doesNotContainIgnoringCase("secrete");
    }

    @Test
    void what_tells_of_the_failure_stays() {
        var said =
                "SRM_PUT failed on srm://se01.example.org:8446/dpm/example.org/home/ops: no space left (errno 28), DPM 1.8.6\n"
                        + "ldap://sbdii.example.org:2170/o=grid, mds-vo-name=SITE, C++ and A/B=3";
        assertThat(restricted.cleared(said))
                .contains("srm://se01.example.org:8446/dpm/example.org/home/ops", "errno 28");
    }

    @Test
    void checks_of_security_are_never_told() {
        assertThat(restricted.isSecret("eu.egi.sec.Permissions")).isTrue();
        assertThat(restricted.isSecret("org.sam.Pakiti")).isTrue();
        assertThat(restricted.isSecret("org.sam.SRM-Put")).isFalse();
    }
}
