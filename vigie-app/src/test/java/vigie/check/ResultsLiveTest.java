package vigie.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.monitor.MetricKey;
import vigie.monitor.Statuses;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.ServiceId;
import vigie.status.Status;

/** How long a result from outside says anything: as long as its profile says, and then it is MISSING, never OK. */
@InTheHouse
class ResultsLiveTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Statuses statuses;

    @Autowired
    Tokens tokens;

    @ParameterizedTest(name = "{0} every {1} s, said to last {2} s: {3} s")
    @CsvSource(textBlock = """
            # command            | every | lasts | life
            passive,               300,    0,      900
            passive,               3600,   0,      10800
            passive,               86400,  0,      259200
            passive,               300,    7200,   7200
            passive,               86400,  3600,   3600
            # what Vigie runs itself may take its time
            tcp $HOST$ $PORT$,     300,    0,      910
            tcp $HOST$ $PORT$,     14400,  0,      43210
            tcp $HOST$ $PORT$,     300,    60,     60
            """)
    void three_times_the_pace_unless_something_else_is_said(String command, int every, int lasts, int life) {
        assertThat(profile(command, every, lasts).life()).isEqualTo(Duration.ofSeconds(life));
    }

    @Test
    void a_result_is_believed_for_three_times_the_pace_of_its_metric_and_then_it_is_missing() {
        var type = declared("passive", "600", "0", "1");
        var service = service(type);
        sends(type, service, "OK");
        assertThat(statuses.of(key(service)).orElseThrow().stale()).isEqualTo(now().plus(Duration.ofMinutes(30)));
        house.advance(Duration.ofMinutes(29));
        assertThat(hard(service)).isEqualTo(Status.OK);
        house.advance(Duration.ofMinutes(2));
        assertThat(hard(service)).isEqualTo(Status.MISSING);
        sends(type, service, "OK");
        assertThat(hard(service)).isEqualTo(Status.OK);
    }

    @Test
    void how_long_is_said_for_each_metric_and_holds_from_the_next_result_on() {
        var type = declared("passive", "600", "36000", "1");
        var service = service(type);
        sends(type, service, "OK");
        house.advance(Duration.ofHours(9));
        assertThat(hard(service)).isEqualTo(Status.OK);
        house.advance(Duration.ofHours(2));
        assertThat(hard(service)).isEqualTo(Status.MISSING);
    }

    @Test
    void where_nobody_has_declared_the_metric_the_usual_life_holds() {
        var type = "org.example.undeclared" + COUNT.incrementAndGet();
        var service = service(type);
        sends(type, service, "OK");
        house.advance(Duration.ofMinutes(119));
        assertThat(hard(service)).isEqualTo(Status.OK);
        house.advance(Duration.ofMinutes(2));
        assertThat(hard(service)).isEqualTo(Status.MISSING);
    }

    @Test
    void a_failure_from_outside_is_believed_when_it_has_come_as_often_as_its_profile_says() {
        var type = declared("passive", "600", "0", "2");
        var service = service(type);
        sends(type, service, "OK");
        house.advance(Duration.ofMinutes(5));
        sends(type, service, "CRITICAL");
        assertThat(hard(service)).isEqualTo(Status.OK);
        house.advance(Duration.ofMinutes(5));
        sends(type, service, "CRITICAL");
        assertThat(hard(service)).isEqualTo(Status.CRITICAL);
    }

    @Test
    void the_pages_tell_how_long_it_lasts_and_never_offer_to_run_it() {
        var type = declared("passive", "600", "0", "1");
        var service = service(type);
        sends(type, service, "OK");
        var reader = house.as(Role.ADMINISTRATOR);
        var row = reader.get("/checks").page().select("table.list tbody tr").stream()
                .filter(one -> one.text().contains(type))
                .findFirst()
                .orElseThrow();
        assertThat(row.text()).contains("passive").contains("30");
        assertThat(reader.get("/services/" + service).page().select("form[action$=checks]"))
                .isEmpty();
    }

    private String declared(String command, String every, String lasts, String attempts) {
        var type = "org.example.declared" + COUNT.incrementAndGet();
        var fields = new String[] {
            "type",
            type,
            "metric",
            "job",
            "command",
            command,
            "every",
            every,
            "again",
            "60",
            "attempts",
            attempts,
            "patience",
            "10",
            "lasts",
            lasts,
            "running",
            "true",
            "reason",
            "a test"
        };
        assertThat(house.as(Role.NGI_MANAGER)
                        .post("/checks/new", "/checks/0", fields)
                        .status())
                .isEqualTo(200);
        return type;
    }

    private static Profile profile(String command, int every, int lasts) {
        return new Profile(
                0,
                "webdav",
                "job",
                command,
                Duration.ofSeconds(every),
                Duration.ofSeconds(60),
                1,
                Duration.ofSeconds(10),
                true,
                Duration.ofSeconds(lasts));
    }

    private ServiceId service(String type) {
        var site = "LIVING-" + COUNT.incrementAndGet();
        registrar.add(Actor.HOUSE, SiteEntry.of(site, "NGI_FRANCE", "contact@living.example"), "a test");
        return registrar.add(Actor.HOUSE, ServiceEntry.of(site, host(type), type, 443, ""), "a test");
    }

    private static String host(String type) {
        return type + ".living.example";
    }

    private void sends(String type, ServiceId service, String status) {
        house.as(Role.ADMINISTRATOR);
        var person = house.people().named("t-administrator").orElseThrow().person();
        var token = tokens.make(person, "lives " + service, EnumSet.of(Right.SEND_RESULTS), Duration.ofHours(2));
        var answer =
                house.nobody().json("POST", "/api/v1/results", token, """
                        [{"timestamp":"%s","service":"%s","hostname":"%s","metric":"job","status":"%s"}]
                        """.formatted(now(), type, host(type), status));
        assertThat(answer.text()).contains("\"accepted\":1");
    }

    private java.time.Instant now() {
        return house.clock().instant();
    }

    private static MetricKey key(ServiceId service) {
        return new MetricKey(service, "job", "");
    }

    private Status hard(ServiceId service) {
        return statuses.of(key(service)).orElseThrow().state().hard();
    }
}
