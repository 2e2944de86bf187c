package vigie.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Registrar;
import vigie.time.Interval;
import vigie.time.Month;

@InTheHouse
class EffortTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Problems problems;

    @Autowired
    Journal journal;

    @Autowired
    ActTable acts;

    @Autowired
    SeenTable seen;

    @Test
    void what_the_duty_does_for_a_site_counts_once_and_the_site_that_acts_first_saw_it_first() {
        var trouble = new Trouble(house, registrar, tokens);
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var problem = trouble.open(problems).getFirst();
        house.advance(Duration.ofMinutes(20));
        journal.write(siteAdministrator(trouble), "problem:" + problem.id(), "problem.deed.taken", "", "", "");
        house.advance(Duration.ofHours(3));
        problems.acknowledge(duty(), problem.id(), trouble.now().plus(Duration.ofHours(5)), "The site looks at it");
        house.advance(Duration.ofHours(1));
        trouble.says("OK", "se", "put", "");
        house.settle();
        var one = eventually(() -> found(trouble), "the problem to be seen");
        assertThat(one.first()).isEqualTo(Seen.Who.SITE);
        assertThat(one.delay(Seen.Who.OTHERS).orElseThrow())
                .isGreaterThan(one.delay(Seen.Who.SITE).orElseThrow());
        house.advance(Duration.ofHours(2));
        assertThat(of(trouble).stream().map(Act::isHelp)).containsExactly(false, true);
        var page = house.as(Role.READER)
                .get("/effort?month=" + Month.of(one.began()))
                .page();
        assertThat(page.select("main table").text()).contains(trouble.name);
        assertThat(page.text()).doesNotContain("By person");
        assertThat(house.as(Role.NGI_MANAGER)
                        .get("/effort?month=" + Month.of(one.began()))
                        .page()
                        .text())
                .contains("By person")
                .contains("Test DUTY_OPERATOR");
    }

    @Test
    void names_that_were_kept_long_enough_are_forgotten_and_what_was_done_still_counts() {
        var trouble = new Trouble(house, registrar, tokens);
        journal.write(duty(), "site:" + trouble.site.value(), "registry.deed.site-changed", "", "", "");
        house.advance(Duration.ofHours(2));
        assertThat(of(trouble)).extracting(Act::person).doesNotContain(0L);
        acts.forgetPersonsBefore(trouble.now());
        assertThat(of(trouble)).extracting(Act::person).containsOnly(0L).hasSize(1);
    }

    @Test
    void a_month_that_cannot_be_read_is_named() {
        var answer = house.as(Role.READER).get("/api/v1/effort?month=March");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("March");
        assertThat(house.as(Role.READER).get("/api/v1/effort").status()).isEqualTo(200);
    }

    private java.util.List<Act> of(Trouble trouble) {
        return acts.during(lately(trouble)).stream()
                .filter(act -> act.site() == trouble.site.value())
                .toList();
    }

    private @org.jspecify.annotations.Nullable Seen found(Trouble trouble) {
        return seen.during(lately(trouble)).stream()
                .filter(one -> one.site() == trouble.site.value())
                .findFirst()
                .orElse(null);
    }

    private static Interval lately(Trouble trouble) {
        return new Interval(
                trouble.now().minus(Duration.ofDays(2)), trouble.now().plusSeconds(1));
    }

    private Actor duty() {
        house.as(Role.DUTY_OPERATOR);
        return house.people().named("t-duty-operator").orElseThrow();
    }

    private Actor siteAdministrator(Trouble trouble) {
        house.over(Role.SITE_ADMINISTRATOR, trouble.site.value());
        return house.people()
                .named("t-site-administrator-" + trouble.site.value())
                .orElseThrow();
    }
}
