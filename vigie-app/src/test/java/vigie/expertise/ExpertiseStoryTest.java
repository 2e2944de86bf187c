package vigie.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Registrar;
import vigie.ticket.Draft;
import vigie.ticket.Priority;
import vigie.ticket.State;
import vigie.ticket.Tickets;
import vigie.words.Words;

@InTheHouse
class ExpertiseStoryTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Problems problems;

    @Autowired
    Tickets tickets;

    @Autowired
    Lessons lessons;

    @Autowired
    Runbooks runbooks;

    @Autowired
    Experts experts;

    @Autowired
    Journal journal;

    private static String word() {
        return "q" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "q";
    }

    private Learnt learnt(String metric, String product, String version, String title) {
        return new Learnt(
                0,
                0,
                "",
                metric,
                "webdav",
                product,
                version,
                title,
                "Le disque était plein.",
                "Faire de la place.",
                UUID.randomUUID().toString());
    }

    @Test
    void a_solved_ticket_asks_for_two_lines_and_the_next_problem_of_the_check_shows_them() {
        var metric = "put-" + word();
        var trouble = new Trouble(house, registrar, tokens);
        trouble.service("se");
        trouble.says("CRITICAL", "se", metric, "");
        var problem = trouble.open(problems).getFirst();
        var ticket = tickets.open(
                Actor.HOUSE,
                new Draft(trouble.site, problem.id(), "Writing fails", "Look.", Priority.URGENT, "en", word()));
        var ada = house.as(Role.DUTY_OPERATOR);
        assertThat(ada.get("/tickets/" + ticket).page().select("form[action=/expertise/lessons]"))
                .isEmpty();
        tickets.move(Actor.HOUSE, ticket, State.ASSIGNED, State.IN_PROGRESS, "");
        tickets.move(Actor.HOUSE, ticket, State.IN_PROGRESS, State.SOLVED, "Disk was full");
        var page = ada.get("/tickets/" + ticket).page();
        var form = page.selectFirst("form[action=/expertise/lessons]");
        assertThat(form).isNotNull();
        assertThat(form.selectFirst("[name=metric]").val()).isEqualTo(metric);
        assertThat(form.selectFirst("[name=solution]").val()).isEqualTo("Disk was full");
        var key = form.selectFirst("[name=key]").val();
        for (var twice = 0; twice < 2; twice++) {
            var answer = ada.post(
                    "/tickets/" + ticket,
                    "/expertise/lessons",
                    "ticket",
                    "" + ticket,
                    "metric",
                    metric,
                    "title",
                    "Writing fails",
                    "cause",
                    "Partition full",
                    "solution",
                    "Make room",
                    "product",
                    "DPM",
                    "version",
                    "1.8.6",
                    "key",
                    key);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.page().select("main").text()).contains("Partition full", "Make room", trouble.name);
        }
        assertThat(ada.get("/tickets/" + ticket).page().select("form[action=/expertise/lessons]"))
                .isEmpty();

        var other = new Trouble(house, registrar, tokens);
        other.service("se");
        other.says("CRITICAL", "se", metric, "");
        var next = other.open(problems).getFirst();
        var shown = ada.get("/problems/" + next.id()).page();
        assertThat(shown.select(".conversation").text()).contains("Partition full", "the same check (" + metric + ")");
        assertThat(shown.select("main").text()).doesNotContain("solved by");
        assertThat(shown.select("a[href*=runbook]").eachText()).contains(metric);
    }

    @Test
    void nobody_is_named_who_has_not_agreed_and_who_leaves_is_named_no_more() {
        var title = "Erreur " + word();
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = ada.post(
                        "/expertise/lessons/new",
                        "/expertise/lessons",
                        "title",
                        title,
                        "cause",
                        "c",
                        "solution",
                        "s",
                        "key",
                        word())
                .whole()
                .uri()
                .getPath();
        assertThat(ada.get(path).text()).doesNotContain("Test DUTY_OPERATOR,");
        var product = "Soft" + word();
        ada.post("/expertise/me", "/expertise/me", "products", product + ", " + product, "named", "true");
        assertThat(ada.get("/expertise?text=" + title.substring("Erreur ".length()))
                        .page()
                        .select("main")
                        .text())
                .contains("solved by Test DUTY_OPERATOR");
        assertThat(experts.toAsk(List.of(product))).isEmpty();
        var reader = house.as(Role.READER);
        assertThat(reader.get("/expertise?product=" + product)
                        .page()
                        .select(".list")
                        .text())
                .contains("Test DUTY_OPERATOR", product)
                .doesNotContain("@");
        ada.post("/expertise/me", "/expertise/me", "products", product, "asked", "true");
        assertThat(experts.toAsk(List.of(product.toUpperCase(java.util.Locale.ROOT))))
                .hasSize(1);
        ada.post("/expertise/me", "/expertise/me/leave");
        assertThat(reader.get("/expertise?product=" + product)
                        .page()
                        .select(".list")
                        .text())
                .doesNotContain("Test DUTY_OPERATOR");
        assertThat(experts.toAsk(List.of(product))).isEmpty();
    }

    @Test
    void what_is_not_confirmed_for_long_enough_is_deleted() {
        house.as(Role.VO_MANAGER);
        var salma = house.people().named("t-vo-manager").orElseThrow();
        experts.say(salma, "WMS since 2006", "WMS", false, true);
        assertThat(experts.addressOf(salma.person())).isPresent();
        house.sql()
                .sql("update expertise.expert set said = said - interval '731 days' where person = :person")
                .param("person", salma.person())
                .update();
        house.settle();
        assertThat(experts.of(salma.person())).isEmpty();
        assertThat(experts.addressOf(salma.person())).isEmpty();
    }

    @Test
    void the_same_check_software_and_version_come_before_the_same_words() {
        var word = word();
        var metric = "m-" + word;
        var far = lessons.write(Actor.HOUSE, learnt("", "", "", word + " seul"));
        var near = lessons.write(Actor.HOUSE, learnt("", "dCache", "2.2", word));
        var nearer = lessons.write(Actor.HOUSE, learnt(metric, "DPM", "1.8.6", word));
        var found = lessons.like(
                new Sought(word + " introuvable", List.of(metric), List.of("webdav"), List.of("dpm"), "1.8.6"), 50);
        assertThat(found.getFirst().lesson().id()).isEqualTo(nearer);
        assertThat(found.getFirst().reasons(Words.ENGLISH))
                .contains("the same check (" + metric + ")", "the same software in the same version (DPM 1.8.6)")
                .anyMatch(reason -> reason.contains(word));
        assertThat(found.stream().map(one -> one.lesson().id())).contains(near, far);
        lessons.withdraw(Actor.HOUSE, nearer, "wrong");
        assertThat(lessons.like(new Sought(word, List.of(metric), List.of(), List.of(), ""), 50).stream()
                        .map(one -> one.lesson().id()))
                .contains(near, far)
                .doesNotContain(nearer);
    }

    @Test
    void what_is_changed_is_found_by_its_new_words_and_the_old_ones_stand_in_the_journal() {
        var before = word();
        var after = word();
        var id = lessons.write(Actor.HOUSE, learnt("", "", "", before));
        lessons.change(Actor.HOUSE, id, learnt("", "", "", after), "said better");
        assertThat(lessons.like(Sought.words(before), 5)).isEmpty();
        assertThat(lessons.like(Sought.words(after), 5).getFirst().lesson().id())
                .isEqualTo(id);
        assertThat(journal.about("lesson:" + id).getFirst().before()).contains(before);
        assertThat(house.sql()
                        .sql("select coalesce(sum(lessons), 0) from expertise.stem where stem like :stem")
                        .param("stem", before.substring(0, 12) + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_runbook_has_one_vote_a_person_grows_stale_and_is_fresh_once_reviewed() {
        var metric = "org.sam/" + word() + " & co";
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = "/expertise/runbook?metric="
                + java.net.URLEncoder.encode(metric, java.nio.charset.StandardCharsets.UTF_8);
        ada.post(path, "/expertise/runbook", "metric", metric, "text", "1. <b>Look</b>\n2. Mend");
        assertThat(ada.get(path).page().select(".said").text()).contains("<b>Look</b>");
        ada.post(path, "/expertise/runbook/vote", "metric", metric, "useful", "true");
        ada.post(path, "/expertise/runbook/vote", "metric", metric, "useful", "false");
        ada.post(path, "/expertise/runbook/vote", "metric", metric, "useful", "true");
        house.as(Role.NGI_MANAGER).post(path, "/expertise/runbook/vote", "metric", metric, "useful", "false");
        var book = runbooks.of(metric).orElseThrow();
        assertThat(book.useful()).isEqualTo(1);
        assertThat(book.useless()).isEqualTo(1);
        assertThat(book.stale()).isFalse();
        house.sql()
                .sql("update expertise.runbook set reviewed = reviewed - interval '366 days' where metric = :metric")
                .param("metric", metric)
                .update();
        assertThat(house.as(Role.DUTY_OPERATOR).get(path).page().select(".warn"))
                .isNotEmpty();
        house.as(Role.DUTY_OPERATOR).post(path, "/expertise/runbook/reviewed", "metric", metric);
        assertThat(runbooks.of(metric).orElseThrow().stale()).isFalse();
        assertThat(house.as(Role.READER).get(path).page().select("main form")).isEmpty();
    }

    @Test
    void machines_write_once_and_say_only_of_themselves_what_they_know() {
        house.as(Role.SITE_ADMINISTRATOR);
        var person = house.people().named("t-site-administrator").orElseThrow().person();
        var token = tokens.make(person, word(), Set.of(Right.READ, Right.REPLY_TICKETS), Duration.ofHours(2));
        var word = word();
        var body = """
                {"title":"%s","cause":"a","solution":"b","metric":"m-%s","product":"StoRM"}
                """.formatted(word, word);
        var first = house.nobody().json("POST", "/api/v1/expertise/lessons", token, body, "Idempotency-Key", word);
        var again = house.nobody().json("POST", "/api/v1/expertise/lessons", token, body, "Idempotency-Key", word);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        var found = house.nobody().json("GET", "/api/v1/expertise/lessons?text=" + word, token, "");
        assertThat(found.text()).contains(word, "the words");
        var own = house.nobody()
                .json(
                        "POST",
                        "/api/v1/expertise/experts/me",
                        token,
                        "{\"products\":[\"Puppet\",\"puppet\"],\"asked\":true}");
        assertThat(own.text()).contains("\"person\":" + person, "\"products\":[\"Puppet\"]");
        assertThat(house.nobody()
                        .json("GET", "/api/v1/expertise/experts?text=puppet", token, "")
                        .text())
                .contains("Test SITE_ADMINISTRATOR")
                .doesNotContain("example.org");
        var nothing = house.nobody().json("POST", "/api/v1/expertise/lessons", token, "{\"title\":\"x\"}");
        assertThat(nothing.status()).isEqualTo(422);
    }

    @Test
    void an_administrator_of_one_site_writes_of_that_site_alone() {
        var mine = new Trouble(house, registrar, tokens);
        var theirs = new Trouble(house, registrar, tokens);
        var gilles = house.over(Role.SITE_ADMINISTRATOR, mine.site.value());
        assertThat(gilles.post(
                                "/expertise/lessons/new",
                                "/expertise/lessons",
                                "site",
                                theirs.name,
                                "title",
                                "t",
                                "cause",
                                "c",
                                "solution",
                                "s",
                                "key",
                                word())
                        .status())
                .isEqualTo(403);
        assertThat(gilles.post(
                                "/expertise/lessons/new",
                                "/expertise/lessons",
                                "site",
                                mine.name,
                                "title",
                                "t",
                                "cause",
                                "c",
                                "solution",
                                "s",
                                "key",
                                word())
                        .status())
                .isEqualTo(200);
    }
}
