package vigie.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Downtime;
import vigie.registry.Federation;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Registrar;
import vigie.registry.Service;
import vigie.time.Interval;

/** Checks that fail while nobody watches raise their alarms when somebody does, and not only at the next news. */
@InTheHouse
class WatchBeginsStoryTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Federation federation;

    @Autowired
    Tokens tokens;

    @Autowired
    Alarms alarms;

    @Autowired
    Problems problems;

    private Trouble trouble;

    @BeforeEach
    void a_site_with_two_services() {
        trouble = new Trouble(house, registrar, tokens);
        trouble.service("se");
        trouble.service("ce");
    }

    private void certify(String... steps) {
        for (var status : steps) {
            registrar.certify(Actor.HOUSE, federation.site(trouble.site).orElseThrow(), status, "a test");
        }
        house.settle();
    }

    private Service service(String host) {
        return federation.services(trouble.site).stream()
                .filter(one -> one.host().startsWith(host + "."))
                .findFirst()
                .orElseThrow();
    }

    private void change(Service service, String field, boolean value) {
        var form = "/registry/services/" + service.id();
        var answer = house.as(Role.ADMINISTRATOR)
                .post(form, form, field, Boolean.toString(value), "vos", "", "reason", "a test");
        assertThat(answer.page().select(".notice")).as(answer.text()).hasSize(1);
        house.settle();
    }

    private List<Alarm> open() {
        return alarms.open(trouble.site);
    }

    @Test
    void a_site_that_is_certified_with_a_failing_check_has_its_alarm_at_that_moment() {
        certify("SUSPENDED");
        trouble.says("CRITICAL", "se", "put", "");
        trouble.says("OK", "ce", "submit", "");
        house.advance(Duration.ofMinutes(50));
        certify("UNCERTIFIED");
        assertThat(open()).isEmpty();
        var moment = trouble.now();

        certify("CERTIFIED");

        assertThat(open())
                .extracting(Alarm::service)
                .containsExactly(service("se").id());
        assertThat(open()).extracting(Alarm::raised).containsExactly(moment);
        assertThat(trouble.open(problems))
                .as("its age counts from now on, not from when nobody watched")
                .extracting(Problem::began)
                .containsExactly(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitored", "production"})
    void a_service_that_counts_again_has_its_alarm_at_that_moment(String field) {
        var service = service("se");
        change(service, field, false);
        trouble.says("CRITICAL", "se", "put", "");
        house.advance(Duration.ofMinutes(50));
        assertThat(open()).isEmpty();
        var moment = trouble.now();

        change(service, field, true);

        assertThat(open()).extracting(Alarm::service).containsExactly(service.id());
        assertThat(open()).extracting(Alarm::raised).containsExactly(moment);
        change(service, field, false);
        assertThat(open()).isEmpty();
    }

    @Test
    void an_alarm_that_is_open_already_keeps_the_moment_of_its_failure() {
        trouble.says("CRITICAL", "se", "put", "");
        var since = open().getFirst().raised();
        house.advance(Duration.ofMinutes(30));
        change(service("ce"), "monitored", false);
        assertThat(open()).extracting(Alarm::raised).containsExactly(since);
    }

    @Test
    void a_site_that_is_certified_in_an_outage_has_its_alarm_when_the_outage_ends() {
        certify("SUSPENDED", "UNCERTIFIED");
        trouble.says("CRITICAL", "se", "put", "");
        var service = service("se");
        var end = outage(service, Duration.ofMinutes(50));
        certify("CERTIFIED");
        assertThat(open()).isEmpty();

        house.advance(Duration.between(trouble.now(), end).minusMinutes(1));
        assertThat(open()).isEmpty();
        house.advance(Duration.ofMinutes(1));
        assertThat(open()).extracting(Alarm::service).containsExactly(service.id());
    }

    private Instant outage(Service service, Duration length) {
        var end = trouble.now().plus(length);
        registrar.announce(
                Actor.HOUSE,
                new DowntimeEntry(
                        "",
                        trouble.name,
                        List.of(new HostAndType(service.host(), service.type())),
                        Downtime.Severity.OUTAGE,
                        false,
                        "disks are changed",
                        new Interval(trouble.now().minusSeconds(60), end),
                        trouble.now()));
        house.settle();
        return end;
    }
}
