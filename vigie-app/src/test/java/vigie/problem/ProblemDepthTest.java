package vigie.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
class ProblemDepthTest {
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

    @Autowired
    Partings partings;

    @Autowired
    Dependencies dependencies;

    Trouble trouble;

    @BeforeEach
    void a_site() {
        trouble = new Trouble(house, registrar, tokens);
    }

    private Problem now(long id) {
        return problems.problem(id).orElseThrow();
    }

    private long failing(String host) {
        trouble.service(host);
        return failing(host, "put");
    }

    private long failing(String host, String metric) {
        trouble.says("CRITICAL", host, metric, "");
        return trouble.open(problems).getFirst().id();
    }

    private void until(Instant moment) {
        house.advance(Duration.between(trouble.now(), moment).plusMinutes(1));
    }

    private long outage(String host, Duration length) {
        var id = registrar.announce(
                Actor.HOUSE,
                new DowntimeEntry(
                        "",
                        trouble.name,
                        List.of(new HostAndType(trouble.host(host), "webdav")),
                        Downtime.Severity.OUTAGE,
                        false,
                        "disks are changed",
                        new Interval(
                                trouble.now().minusSeconds(60), trouble.now().plus(length)),
                        trouble.now()));
        house.settle();
        return id;
    }

    @Test
    void one_good_result_is_not_yet_a_recovery_and_the_second_is() {
        var id = failing("se");
        trouble.saysOnce("OK", "se", "put", "");
        assertThat(now(id).goodSince()).isNotNull();
        assertThat(now(id).stage()).isEqualTo(Stage.OPEN);
        house.advance(Duration.ofMinutes(30));
        assertThat(now(id).recovered()).isNull();
        trouble.saysOnce("OK", "se", "put", "");
        house.advance(Duration.ofMinutes(30));
        assertThat(now(id).stage()).isEqualTo(Stage.RECOVERED);
    }

    @Test
    void what_seems_good_falls_not_due_and_a_relapse_finds_its_problem_again() {
        var id = failing("se");
        trouble.saysOnce("OK", "se", "put", "");
        until(now(id).due());
        assertThat(now(id).stage()).isEqualTo(Stage.OPEN);
        trouble.says("CRITICAL", "se", "put", "");
        assertThat(trouble.open(problems)).extracting(Problem::id).containsExactly(id);
        assertThat(now(id).goodSince()).isNull();
        assertThat(now(id).stage()).isEqualTo(Stage.DUE);
    }

    @Test
    void a_relapse_takes_the_recovery_back() {
        var id = failing("se");
        trouble.says("OK", "se", "put", "");
        assertThat(now(id).recovered()).isNotNull();
        trouble.says("CRITICAL", "se", "put", "");
        assertThat(now(id).recovered()).isNull();
        assertThat(now(id).stage()).isIn(Stage.OPEN, Stage.DUE);
    }

    @Test
    void a_problem_grows_due_then_overdue_and_says_when_those_above_see_it() {
        var id = failing("se");
        until(now(id).due());
        assertThat(now(id).stage()).isEqualTo(Stage.DUE);
        assertThat(now(id).escalates()).isAfter(now(id).overdue());
        until(now(id).overdue());
        assertThat(now(id).stage()).isEqualTo(Stage.OVERDUE);
        assertThat(now(id).wantsTicket()).isTrue();
    }

    @Test
    void an_outage_announced_after_the_failure_holds_the_problem_and_it_comes_back_when_the_outage_ends() {
        var id = failing("se");
        outage("se", Duration.ofDays(6));
        assertThat(now(id).held()).isNotNull();
        until(now(id).due());
        assertThat(now(id).stage()).isEqualTo(Stage.OPEN);
        house.advance(Duration.ofDays(6));
        assertThat(now(id).held()).isNull();
        assertThat(now(id).returned()).isNotNull();
        assertThat(now(id).stage()).isIn(Stage.DUE, Stage.OVERDUE);
    }

    @Test
    void an_outage_that_is_ended_early_holds_nothing_back_any_more() {
        trouble.service("se");
        var downtime = outage("se", Duration.ofDays(6));
        trouble.says("CRITICAL", "se", "put", "");
        assertThat(alarms.open(trouble.site)).isEmpty();
        var manager = house.as(Role.NGI_MANAGER);
        manager.ask("POST", "/downtimes/" + downtime + "/end", "application/x-www-form-urlencoded", "");
        house.settle();
        assertThat(alarms.open(trouble.site)).hasSize(1);
        assertThat(trouble.open(problems)).hasSize(1);
    }

    @Test
    void an_outage_of_one_host_does_not_cover_the_problem_of_another() {
        trouble.service("ce");
        var id = failing("se");
        outage("ce", Duration.ofDays(6));
        assertThat(now(id).held()).isNull();
    }

    @Test
    void what_a_person_parted_is_not_joined_again_by_the_house() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "atlas");
        trouble.says("CRITICAL", "se", "put", "biomed");
        var id = trouble.open(problems).getFirst().id();
        var biomed = alarms.open(trouble.site).stream()
                .filter(alarm -> alarm.vo().equals("biomed"))
                .findFirst()
                .orElseThrow();
        var own = partings.split(Actor.HOUSE, id, biomed.id(), "another pool");
        assertThat(trouble.open(problems)).hasSize(2);
        trouble.says("OK", "se", "put", "biomed");
        assertThat(now(own).stage()).isEqualTo(Stage.RECOVERED);
        trouble.says("CRITICAL", "se", "put", "biomed");
        assertThat(now(own).recovered()).isNull();
        trouble.says("OK", "se", "put", "biomed");
        problems.close(Actor.HOUSE, own, "good");
        trouble.says("CRITICAL", "se", "put", "biomed");
        var fresh = trouble.open(problems).getLast();
        assertThat(fresh.id()).isNotIn(id, own);
        assertThat(problems.reasonsOf(fresh.id())).containsKey("problem.cause.by-hand");
    }

    @Test
    void what_a_person_joined_is_joined_when_it_fails_again() {
        trouble.service("ce");
        var se = failing("se");
        house.advance(Duration.ofHours(2));
        trouble.says("CRITICAL", "ce", "job", "");
        var ce = trouble.open(problems).getLast().id();
        partings.merge(Actor.HOUSE, se, ce, "one switch");
        trouble.says("OK", "ce", "job", "");
        trouble.says("CRITICAL", "ce", "job", "");
        assertThat(trouble.open(problems)).extracting(Problem::id).containsExactly(se);
        assertThat(problems.alarmsOf(se)).hasSize(3);
    }

    @Test
    void what_is_still_bad_is_closed_only_on_grounds_and_with_an_explanation() {
        var id = failing("se");
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = "/problems/" + id;
        assertThat(ada.post(path, path + "/close", "as", "BECAUSE", "reason", "x")
                        .page()
                        .select(".trouble"))
                .isNotEmpty();
        assertThat(ada.post(path, path + "/close", "as", "DOWNTIME", "reason", " ")
                        .page()
                        .select(".trouble"))
                .isNotEmpty();
        assertThat(now(id).isOpen()).isTrue();
        ada.post(path, path + "/close", "as", "MONITORING_FAULT", "reason", "the probe's proxy had expired");
        assertThat(now(id).closedAs()).isEqualTo("MONITORING_FAULT");
    }

    @Test
    void a_problem_whose_ticket_ended_too_early_has_a_later_one_and_keeps_both() {
        var id = failing("se");
        problems.ticketed(Actor.HOUSE, id, 900_001);
        problems.ticketIsOver(Actor.HOUSE, id, "closed elsewhere");
        assertThat(now(id).ticket()).isZero();
        assertThat(now(id).stage()).isEqualTo(Stage.OPEN);
        assertThat(now(id).due()).isAfter(trouble.now());
        assertThat(problems.ticketed(Actor.HOUSE, id, 900_002)).isTrue();
        assertThat(problems.ticketsOf(id)).containsExactly(900_001L, 900_002L);
    }

    @Test
    void a_service_that_fails_with_one_that_it_needs_is_no_problem_of_its_own_but_its_certificate_is() {
        var se = trouble.service("se");
        var ce = trouble.service("ce");
        dependencies.declare(Actor.HOUSE, ce, se, "the jobs read from it");
        var id = failing("se", "put");
        house.advance(Duration.ofHours(3));
        trouble.says("CRITICAL", "ce", "job", "");
        assertThat(trouble.open(problems)).extracting(Problem::id).containsExactly(id);
        assertThat(problems.reasonsOf(id)).containsKey("problem.cause.dependency");
        trouble.says("CRITICAL", "ce", "host-cert", "");
        assertThat(trouble.open(problems)).hasSize(2);
    }

    @Test
    void without_a_declared_dependency_they_are_two() {
        trouble.service("ce");
        failing("se");
        house.advance(Duration.ofHours(3));
        trouble.says("CRITICAL", "ce", "job", "");
        assertThat(trouble.open(problems)).hasSize(2);
    }
}
