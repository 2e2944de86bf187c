package vigie.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource({"0, OK", "1, WARNING", "2, CRITICAL", "3, UNKNOWN", "4, UNKNOWN", "127, UNKNOWN", "-1, UNKNOWN"})
    void an_exit_code_means_what_nagios_says(int code, Status expected) {
        assertThat(Status.ofExitCode(code)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # one       other      all needed  one enough
            OK,         WARNING,   WARNING,    OK
            OK,         CRITICAL,  CRITICAL,   OK
            OK,         MISSING,   MISSING,    OK
            OK,         DOWNTIME,  DOWNTIME,   OK
            WARNING,    UNKNOWN,   UNKNOWN,    WARNING
            WARNING,    CRITICAL,  CRITICAL,   WARNING
            UNKNOWN,    MISSING,   MISSING,    UNKNOWN
            UNKNOWN,    CRITICAL,  CRITICAL,   CRITICAL
            UNKNOWN,    DOWNTIME,  DOWNTIME,   UNKNOWN
            MISSING,    CRITICAL,  CRITICAL,   CRITICAL
            MISSING,    DOWNTIME,  DOWNTIME,   DOWNTIME
            CRITICAL,   DOWNTIME,  CRITICAL,   CRITICAL
            """)
    void the_two_orders_are_those_of_argo(Status one, Status other, Status allNeeded, Status oneEnough) {
        assertThat(one.orWorse(other)).isEqualTo(other.orWorse(one)).isEqualTo(allNeeded);
        assertThat(one.orBetter(other)).isEqualTo(other.orBetter(one)).isEqualTo(oneEnough);
    }

    @Property
    void the_order_in_which_parts_are_joined_does_not_matter(@ForAll Status a, @ForAll Status b, @ForAll Status c) {
        assertThat(a.orWorse(b).orWorse(c)).isEqualTo(a.orWorse(b.orWorse(c)));
        assertThat(a.orBetter(b).orBetter(c)).isEqualTo(a.orBetter(b.orBetter(c)));
        assertThat(a.orWorse(a)).isEqualTo(a.orBetter(a)).isEqualTo(a);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # status   up     bad    alarm
            OK,        true,  false, false
            WARNING,   true,  false, false
            UNKNOWN,   false, true,  false
            MISSING,   false, true,  false
            CRITICAL,  false, true,  true
            DOWNTIME,  false, false, false
            """)
    void only_an_established_failure_raises_an_alarm(Status status, boolean up, boolean bad, boolean alarm) {
        assertThat(status.isUp()).isEqualTo(up);
        assertThat(status.isBad()).isEqualTo(bad);
        assertThat(status.raisesAlarm()).isEqualTo(alarm);
    }

    @Test
    void an_unknown_name_is_refused_with_the_names_that_exist() {
        assertThat(Status.named(" critical ")).isEqualTo(Status.CRITICAL);
        assertThatThrownBy(() -> Status.named("DOWN"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'DOWN'")
                .hasMessageContaining("DOWNTIME");
    }
}
