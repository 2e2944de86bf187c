package vigie.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.alarm.Alarms;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Downtime;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Registrar;
import vigie.time.Interval;

@InTheHouse
class ProblemStoriesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Alarms alarms;

    @Autowired
    Problems problems;

    Trouble trouble;

    @BeforeEach
    void a_site() {
        trouble = new Trouble(house, registrar, tokens);
    }

    @Test
    void the_same_check_of_an_endpoint_for_two_vos_is_one_problem() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "atlas");
        trouble.says("CRITICAL", "se", "put", "biomed");
        assertThat(alarms.open(trouble.site)).hasSize(2);
        assertThat(trouble.open(problems)).hasSize(1);
    }

    @Test
    void different_causes_on_different_hosts_stay_apart() {
        trouble.service("se");
        trouble.service("ce");
        trouble.service("ui");
        trouble.service("wn");
        trouble.says("CRITICAL", "se", "put", "");
        house.advance(Duration.ofHours(2));
        trouble.says("CRITICAL", "ce", "job-submit", "");
        assertThat(trouble.open(problems)).hasSize(2);
    }

    @Test
    void a_failure_on_friday_evening_is_due_on_monday_morning() {
        trouble.service("se");
        var friday = trouble.now()
                .atZone(PARIS)
                .with(TemporalAdjusters.next(DayOfWeek.FRIDAY))
                .withHour(19)
                .withMinute(55)
                .withSecond(0)
                .toInstant();
        house.advance(Duration.between(trouble.now(), friday));
        trouble.says("CRITICAL", "se", "put", "");
        var problem = trouble.open(problems).getFirst();
        var due = problem.due().atZone(PARIS);
        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        // four hours of Friday are left, six of the next working day follow
        assertThat(due.getHour()).isBetween(5, 6);
        house.advance(Duration.between(trouble.now(), problem.due()).minusMinutes(1));
        assertThat(problems.problem(problem.id()).orElseThrow().stage()).isEqualTo(Stage.OPEN);
        house.advance(Duration.ofMinutes(2));
        assertThat(problems.problem(problem.id()).orElseThrow().stage()).isEqualTo(Stage.DUE);
    }

    @Test
    void an_acknowledgement_ends_and_what_is_late_falls_due_at_once() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var id = trouble.open(problems).getFirst().id();
        var answer = house.as(Role.DUTY_OPERATOR)
                .post(
                        "/problems/" + id,
                        "/problems/" + id + "/acknowledge",
                        "hours",
                        "300",
                        "reason",
                        "the disks are on their way");
        assertThat(answer.page().select(".notice").text()).isEqualTo("Problem acknowledged");
        assertThat(problems.problem(id).orElseThrow().stage()).isEqualTo(Stage.ACKNOWLEDGED);
        house.advance(Duration.ofHours(299));
        assertThat(problems.problem(id).orElseThrow().stage()).isEqualTo(Stage.ACKNOWLEDGED);
        house.advance(Duration.ofHours(2));
        assertThat(problems.problem(id).orElseThrow().stage()).isEqualTo(Stage.OVERDUE);
    }

    @Test
    void an_announced_outage_holds_the_alarm_back_until_it_ends() {
        var service = trouble.service("se");
        var from = trouble.now().minus(Duration.ofMinutes(1));
        registrar.announce(
                Actor.HOUSE,
                new DowntimeEntry(
                        "",
                        trouble.name,
                        List.of(new HostAndType(trouble.host("se"), "webdav")),
                        Downtime.Severity.OUTAGE,
                        true,
                        "disks are changed",
                        new Interval(from, from.plus(Duration.ofHours(1))),
                        from));
        trouble.says("CRITICAL", "se", "put", "");
        assertThat(alarms.open(trouble.site)).isEmpty();
        house.advance(Duration.ofHours(1));
        assertThat(alarms.open(trouble.site))
                .extracting(alarm -> alarm.service())
                .containsExactly(service);
        assertThat(trouble.open(problems)).hasSize(1);
    }

    @Test
    void when_all_is_good_again_the_problem_recovers_and_closes_by_itself_a_day_later() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var id = trouble.open(problems).getFirst().id();
        trouble.says("OK", "se", "put", "");
        assertThat(problems.problem(id).orElseThrow().stage()).isEqualTo(Stage.RECOVERED);
        house.advance(Duration.ofHours(25));
        assertThat(problems.problem(id).orElseThrow().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void what_is_still_bad_is_not_closed_and_the_form_keeps_its_words() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var id = trouble.open(problems).getFirst().id();
        var answer = house.as(Role.DUTY_OPERATOR)
                .post("/problems/" + id, "/problems/" + id + "/close", "reason", "enough of it");
        assertThat(answer.page().select(".trouble").text()).contains("open alarms");
        assertThat(problems.problem(id).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void an_acknowledgement_without_a_reason_or_of_too_many_hours_is_refused_at_its_field() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var id = trouble.open(problems).getFirst().id();
        var duty = house.as(Role.DUTY_OPERATOR);
        assertThat(duty.post("/problems/" + id, "/problems/" + id + "/acknowledge", "hours", "9000", "reason", "kept")
                        .page()
                        .select("#fault-hours")
                        .text())
                .contains("720");
        assertThat(duty.post("/problems/" + id, "/problems/" + id + "/acknowledge", "hours", "5", "reason", " ")
                        .page()
                        .select("#fault-reason")
                        .size())
                .isEqualTo(1);
        assertThat(problems.problem(id).orElseThrow().stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void a_reader_reads_and_is_refused_the_rest() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var id = trouble.open(problems).getFirst().id();
        var reader = house.as(Role.READER);
        assertThat(reader.get("/problems/" + id).status()).isEqualTo(200);
        assertThat(reader.get("/problems/" + id).page().select("form[action$=acknowledge]"))
                .isEmpty();
        assertThat(reader.post("/problems/" + id, "/problems/" + id + "/acknowledge", "hours", "5", "reason", "x")
                        .status())
                .isEqualTo(403);
    }
}
