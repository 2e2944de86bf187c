package vigie.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Grant;
import vigie.people.Role;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Registrar;
import vigie.registry.SiteId;
import vigie.ticket.Draft;
import vigie.ticket.Priority;
import vigie.ticket.Tickets;
import vigie.time.Interval;

@InTheHouse
class DutyTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Problems problems;

    @Autowired
    Calendar calendar;

    @Autowired
    Roster roster;

    @Autowired
    Tickets tickets;

    Trouble trouble;

    @BeforeEach
    void a_site() {
        trouble = new Trouble(house, registrar, tokens);
        house.as(Role.DUTY_OPERATOR);
        house.as(Role.NGI_MANAGER);
    }

    private Interval ahead(Duration length) {
        return new Interval(trouble.now(), trouble.now().plus(length));
    }

    private Pause siteHears(Duration length) {
        return new Pause(0, "", trouble.site, ahead(length), Pause.Instead.SITE, "", "an experiment", "");
    }

    private Problem due() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var problem = trouble.open(problems).getFirst();
        house.advance(Duration.between(trouble.now(), problem.due()).plusMinutes(10));
        return problems.problem(problem.id()).orElseThrow();
    }

    private List<String> lettersTo(String address) {
        return house.sql()
                .sql("select body from mail.letter where recipients like '%' || :to || '%'")
                .param("to", address)
                .query(String.class)
                .list();
    }

    @Test
    void who_is_on_duty_hears_of_a_due_problem_and_so_does_who_steps_in() {
        var turn = calendar.plan(
                Actor.HOUSE, "NGI_FRANCE", "t-duty-operator", "t-ngi-manager", ahead(Duration.ofDays(20)));
        try {
            assertThat(roster.of(trouble.site).why()).isEqualTo(Hearing.Why.ON_DUTY);
            assertThat(roster.of(trouble.site).addresses())
                    .contains("t-duty-operator@example.org", "t-ngi-manager@example.org");
            var problem = due();
            assertThat(lettersTo("t-duty-operator@example.org"))
                    .anySatisfy(text -> assertThat(text).contains(trouble.name, "/problems/" + problem.id()));
            assertThat(house.as(Role.READER).get("/").page().select("main").text())
                    .contains("Test DUTY_OPERATOR");
        } finally {
            calendar.takeBack(Actor.HOUSE, turn);
        }
        assertThat(roster.of(trouble.site).who()).doesNotContain("Test DUTY_OPERATOR");
    }

    @Test
    void a_letter_of_a_ticket_reaches_who_is_on_duty_then_and_else_the_address_of_all() {
        var planned = ticket("planned");
        var turn = calendar.plan(Actor.HOUSE, "", "t-duty-operator", "", ahead(Duration.ofDays(2)));
        long during;
        try {
            during = ticket("during");
        } finally {
            calendar.takeBack(Actor.HOUSE, turn);
        }
        assertThat(recipientsOf(planned)).contains("rod@vigie.localdomain");
        assertThat(recipientsOf(during))
                .contains("t-duty-operator@example.org", "grid@troubled.example")
                .doesNotContain("rod@vigie.localdomain");
    }

    private long ticket(String word) {
        var subject = word + " " + trouble.name;
        return tickets.open(Actor.HOUSE, new Draft(trouble.site, 0, subject, "Text.", Priority.URGENT, "en", subject));
    }

    private String recipientsOf(long ticket) {
        return house.sql()
                .sql("select recipients from mail.letter where subject like '[Vigie #' || :id || ']%'")
                .param("id", ticket)
                .query(String.class)
                .single();
    }

    @Test
    void each_on_duty_hears_in_the_language_that_they_have_chosen() {
        var number = trouble.site.value();
        for (var language : List.of("en", "fr")) {
            var login = "duty-%s-%d".formatted(language, number);
            var person =
                    house.accounts().open(login, login, login + "@example.org", House.PASSWORD, Role.DUTY_OPERATOR);
            house.people().setLanguage(person, language);
        }
        var turn = calendar.plan(
                Actor.HOUSE, "NGI_FRANCE", "duty-en-" + number, "duty-fr-" + number, ahead(Duration.ofDays(20)));
        try {
            var problem = due();
            assertThat(lettersTo("duty-en-%d@".formatted(number)))
                    .filteredOn(text -> text.contains("/problems/" + problem.id() + "\n"))
                    .singleElement()
                    .asString()
                    .contains("You are on duty.", "A ticket is due.");
            assertThat(lettersTo("duty-fr-%d@".formatted(number)))
                    .filteredOn(text -> text.contains("/problems/" + problem.id() + "\n"))
                    .singleElement()
                    .asString()
                    .contains("Vous êtes d'astreinte.", "Un ticket est dû.");
        } finally {
            calendar.takeBack(Actor.HOUSE, turn);
        }
    }

    @Test
    void where_nobody_is_on_duty_as_announced_the_site_hears_alone_the_clocks_go_on_and_it_ends_by_itself() {
        var turn = calendar.plan(Actor.HOUSE, "", "t-duty-operator", "", ahead(Duration.ofDays(30)));
        try {
            calendar.pause(Actor.HOUSE, siteHears(Duration.ofDays(20)));
            assertThat(roster.of(trouble.site).why()).isEqualTo(Hearing.Why.PAUSE_SITE);
            assertThat(roster.of(trouble.site).addresses()).containsExactly("grid@troubled.example");
            var problem = due();
            assertThat(problem.wantsTicket()).isTrue();
            assertThat(lettersTo("grid@troubled.example"))
                    .anySatisfy(text -> assertThat(text).contains("/problems/" + problem.id()));
            assertThat(lettersTo("t-duty-operator@example.org"))
                    .noneSatisfy(text -> assertThat(text).contains("/problems/" + problem.id() + "\n"));
            house.advance(Duration.ofDays(20));
            assertThat(roster.of(trouble.site).why()).isEqualTo(Hearing.Why.ON_DUTY);
        } finally {
            calendar.takeBack(Actor.HOUSE, turn);
        }
    }

    @Test
    void the_team_of_another_site_watches_by_agreement_until_its_date() {
        var big = new Trouble(house, registrar, tokens);
        house.over(Role.SITE_ADMINISTRATOR, big.site.value());
        calendar.delegate(
                Actor.HOUSE,
                new Delegation(
                        0,
                        trouble.site,
                        big.site,
                        ahead(Duration.ofDays(2)),
                        "no root access",
                        "Maud and Gilles",
                        "",
                        true));
        var grant = Grant.over(Role.SITE_WATCHER, trouble.site.value());
        var gilles = house.people()
                .named("t-site-administrator-" + big.site.value())
                .orElseThrow()
                .person();
        house.settle();
        assertThat(house.people().grants(gilles)).contains(grant);
        var visitor = house.over(Role.SITE_ADMINISTRATOR, big.site.value());
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var problem = "/problems/" + trouble.open(problems).getFirst().id();
        assertThat(visitor.post(problem, problem + "/acknowledge", "hours", "5", "reason", "we look at it")
                        .page()
                        .select(".notice"))
                .hasSize(1);
        assertThat(visitor.get("/duty").status()).isEqualTo(200);
        assertThat(visitor.get("/duty/handover").status()).isEqualTo(403);
        assertThat(roster.of(trouble.site).why()).isEqualTo(Hearing.Why.DELEGATED);
        assertThat(roster.of(trouble.site).who()).containsExactly(big.name);
        assertThat(roster.of(big.site).why()).isNotEqualTo(Hearing.Why.DELEGATED);
        house.advance(Duration.ofDays(3));
        assertThat(roster.of(trouble.site).why()).isNotEqualTo(Hearing.Why.DELEGATED);
        assertThat(house.people().grants(gilles)).doesNotContain(grant);
    }

    @Test
    void the_calendar_is_filled_on_its_page_and_refuses_at_the_field() {
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = "/duty/calendar";
        var refused = ada.post(
                path, path, "person", "t-duty-operator", "start", "2040-01-02T09:00", "end", "2040-01-01T09:00");
        assertThat(refused.page().select("#fault-end")).hasSize(1);
        var taken = ada.post(path, path, "person", "t-reader", "start", "2040-01-02T09:00", "end", "2040-01-09T09:00");
        assertThat(taken.page().select(".trouble").text()).contains("t-reader");
        var answer = ada.post(
                path, path, "person", "t-duty-operator", "start", local(trouble.now()), "end", local(later(7)));
        assertThat(answer.page().select("main table").text()).contains("Test DUTY_OPERATOR");
        // nobody's turn is left to run into the days of another test
        answer.page().select("main form[action$=take-back]").forEach(form -> ada.post(path, form.attr("action")));
        assertThat(ada.get(path).page().select("main form[action$=take-back]")).isEmpty();
        assertThat(house.as(Role.READER)
                        .post(path, path, "person", "x", "start", "x", "end", "x")
                        .status())
                .isEqualTo(403);
        assertThat(ada.post(path, "/duty/pauses", "start", "x", "end", "x", "reason", "x")
                        .status())
                .isEqualTo(403);
    }

    private Instant later(int days) {
        return trouble.now().plus(Duration.ofDays(days));
    }

    private static String local(Instant moment) {
        return moment.atZone(java.time.ZoneId.of("Europe/Paris")).toString().substring(0, 16);
    }

    @Test
    void a_diary_reads_the_calendar_by_a_secret_address_until_another_is_made() {
        var turn = calendar.plan(Actor.HOUSE, "", "t-duty-operator", "", ahead(Duration.ofDays(3)));
        var ada = house.as(Role.DUTY_OPERATOR);
        var first = address(ada.post("/duty/calendar", "/duty/feed").text());
        var text = house.nobody().get(first);
        assertThat(text.status()).isEqualTo(200);
        assertThat(text.text()).startsWith("BEGIN:VCALENDAR\r\n").contains("UID:duty-turn-" + turn + "@");
        assertThat(text.text().lines())
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(75));
        calendar.takeBack(Actor.HOUSE, turn);
        assertThat(event(house.nobody().get(first).text(), turn)).contains("STATUS:CANCELLED", "SEQUENCE:1");
        var second = address(ada.post("/duty/calendar", "/duty/feed").text());
        assertThat(house.nobody().get(first).status()).isEqualTo(404);
        assertThat(house.nobody().get(second).status()).isEqualTo(200);
    }

    private static String address(String page) {
        return org.jsoup.Jsoup.parse(page).select("main a[href$=calendar.ics]").attr("href");
    }

    private static String event(String calendar, long turn) {
        return Arrays.stream(calendar.split("BEGIN:VEVENT"))
                .filter(event -> event.contains("UID:duty-turn-" + turn + "@"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_pause_without_an_address_where_an_address_hears_is_refused() {
        var boss = house.as(Role.NGI_MANAGER);
        var path = "/duty/calendar";
        var answer = boss.post(
                path,
                "/duty/pauses",
                "instead",
                "ADDRESS",
                "address",
                "nobody",
                "start",
                local(trouble.now()),
                "end",
                local(later(3)),
                "reason",
                "x");
        assertThat(answer.page().select("#fault-address")).hasSize(1);
        assertThat(roster.paused()).noneMatch(pause -> pause.site().equals(new SiteId(0)));
    }
}
