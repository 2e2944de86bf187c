package vigie.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.alarm.Alarm;
import vigie.alarm.Alarms;
import vigie.people.Role;
import vigie.registry.Federation;
import vigie.registry.Registrar;
import vigie.registry.ServiceId;

/** A check that swings to and fro is one alarm, from the first swing to the last. */
@InTheHouse
class FlappingStoriesTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Federation federation;

    @Autowired
    Tokens tokens;

    @Autowired
    Statuses statuses;

    @Autowired
    Board board;

    @Autowired
    Alarms alarms;

    private Watch watch;
    private ServiceId ce;

    @BeforeEach
    void a_site_with_a_computing_element() {
        watch = new Watch(house, registrar, tokens);
        ce = watch.service("ce", "HTCondorCE");
    }

    @Test
    void from_the_sixth_change_on_it_flaps_and_its_alarm_stays_until_it_is_calm() {
        says("OCOCOC");
        assertThat(flaps()).as("five changes").isFalse();
        assertThat(open()).extracting(Alarm::flapping).containsExactly(false);
        says("OC");
        assertThat(flaps()).as("seven changes").isTrue();
        assertThat(open()).as("one alarm, marked").extracting(Alarm::flapping).containsExactly(true);
        var alarm = open().getFirst().id();
        says("OCOCO");
        assertThat(open())
                .as("the same, though all is well just now")
                .extracting(Alarm::id)
                .containsExactly(alarm);
        says("OOOOOOOOOOOOOOOOOOOO");
        assertThat(flaps()).as("calm").isFalse();
        assertThat(open()).isEmpty();
        assertThat(alarms.alarm(alarm).orElseThrow().flapping()).isFalse();
    }

    @Test
    void it_is_told_on_the_pages_by_sign_and_word_and_to_machines() {
        says("OCOCOCOC");
        var reader = house.as(Role.READER);
        var one = reader.get("/services/" + ce + "/metrics?metric=job&vo=ops").page();
        assertThat(one.select("dl.facts .state").eachText()).anyMatch(text -> text.startsWith("⇅ "));
        assertThat(reader.get("/services/" + ce).page().text()).contains("⇅");
        assertThat(reader.get("/alarms?text=" + watch.host("ce")).page().text()).contains("⇅");
        var status = new JsonMapper()
                .readTree(watch.get("/api/v1/statuses?service=" + ce).text())
                .get("items")
                .get(0);
        assertThat(status.get("flapping").asBoolean()).isTrue();
        assertThat(status.get("change").asInt()).isBetween(31, 50);
    }

    @Test
    void it_is_known_again_after_a_start() {
        says("OCOCOCOC");
        board.forget();
        assertThat(flaps()).isTrue();
    }

    @Test
    void one_that_falls_silent_flaps_no_more_and_keeps_its_alarm() {
        says("OCOCOCOC");
        house.advance(Duration.ofHours(3));
        assertThat(flaps()).isFalse();
        assertThat(open()).extracting(Alarm::flapping).containsExactly(false);
    }

    /** One result a minute, the last one now; what follows from each is heard before the next. */
    private void says(String letters) {
        for (var n = 0; n < letters.length(); n++) {
            house.advance(Duration.ofMinutes(1));
            var row = watch.row("ce", "HTCondorCE", "job", letters.charAt(n) == 'O' ? "OK" : "CRITICAL", watch.now());
            assertThat(watch.send("[" + row + "]").status()).isEqualTo(200);
            house.settle();
        }
    }

    private boolean flaps() {
        return statuses.of(watch.key(ce, "job")).orElseThrow().flapping().isOn();
    }

    private List<Alarm> open() {
        return alarms.open(federation.siteNamed(watch.site).orElseThrow().id());
    }
}
