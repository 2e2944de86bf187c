package vigie.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.words.Refusal;

/** Six months of tickets are taken over on the first day, and studied. */
@InTheHouse
class HistoryStoryTest {
    @Autowired
    House.Keys house;

    @Autowired
    History history;

    @Autowired
    PastList list;

    @Autowired
    IntakeTable intakes;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    private final String origin = "o" + UUID.randomUUID().toString().substring(0, 8);
    private final String site = "PAST-" + origin;

    private String file(int tickets) {
        var text = new StringBuilder("id,site,subject,status,service,opened,closed,solution\n");
        for (var i = 1; i <= tickets; i++) {
            text.append("%d,%s,%s %s,solved,%s,2012-%02d-05 10:00,2012-%02d-06 10:00,%s\n"
                    .formatted(
                            i,
                            site,
                            i % 3 == 0 ? "Unsupported EMI-1 on" : "Failure of",
                            origin,
                            i % 2 == 0 ? "Storage" : "",
                            6 + i % 6,
                            6 + i % 6,
                            i % 3 == 1 ? "host certificate renewed" : ""));
        }
        return text.toString();
    }

    private Intake take(String text, boolean dry) {
        var id = history.take(Actor.HOUSE, "t.csv", origin, text.getBytes(StandardCharsets.UTF_8), dry);
        return intakes.find(id).orElseThrow();
    }

    private Study study(boolean campaigns) {
        return new Study(Study.month("from", "2012-06"), Study.month("to", "2012-11"), site, "", "", campaigns, origin);
    }

    @Test
    void a_file_handed_in_twice_changes_nothing_the_second_time() {
        registrar.add(Actor.HOUSE, SiteEntry.of(site, "NGI_FRANCE", "past@example.org"), "test");
        var dry = take(file(60), true);
        assertThat(dry.outcome()).isEqualTo(Intake.Outcome.SHOWN);
        assertThat(dry.count()).isEqualTo(new Intake.Count(60, 60, 0, 0, 0));
        assertThat(list.count(study(true))).isZero();

        assertThat(take(file(60), false).count()).isEqualTo(new Intake.Count(60, 60, 0, 0, 0));
        assertThat(take(file(60), false).count()).isEqualTo(new Intake.Count(60, 0, 0, 60, 0));
        assertThat(take(file(60).replace("\n7," + site + ",Failure", "\n7," + site + ",Fault"), false)
                        .count())
                .isEqualTo(new Intake.Count(60, 0, 1, 59, 0));
        assertThat(list.count(study(true))).isEqualTo(60);
    }

    @Test
    void six_months_are_counted_and_each_number_opens_its_list() {
        registrar.add(Actor.HOUSE, SiteEntry.of(site, "NGI_FRANCE", "past@example.org"), "test");
        take(file(60), false);
        var reader = house.as(Role.READER);
        var page = reader.get(study(true).counts()).page();
        assertThat(page.select("table")).hasSize(4);
        var numbers = page.select("td.number a[href]");
        assertThat(numbers).hasSizeGreaterThan(8);
        for (var number : numbers) {
            var opened = reader.get(number.attr("href")).page();
            assertThat(opened.select("caption").text())
                    .isEqualTo(number.text() + (number.text().equals("1") ? " ticket" : " tickets"));
        }
        var months = list.counts(study(true)).get("month");
        assertThat(months)
                .hasSize(6)
                .allSatisfy(month -> assertThat(month.tickets()).isEqualTo(10));
        assertThat(list.counts(study(true)).get("cause"))
                .extracting(Counted::value)
                .containsExactly("CAMPAIGN", "CERTIFICATE", "OTHER", "STORAGE");
    }

    @Test
    void campaigns_are_left_out_by_a_switch() {
        take(file(60), false);
        assertThat(list.count(study(true))).isEqualTo(60);
        assertThat(list.count(study(false))).isEqualTo(40);
        assertThat(list.counts(study(false)).get("cause"))
                .extracting(Counted::value)
                .doesNotContain("CAMPAIGN");
        assertThat(house.as(Role.READER)
                        .get(study(false).counts())
                        .page()
                        .select("option[selected]")
                        .text())
                .contains("without campaigns");
    }

    @Test
    void a_person_confirms_a_cause_and_both_are_remembered_also_when_the_file_comes_again() {
        take(file(3), false);
        var ticket = list.page(study(true), 10, 0).stream()
                .filter(past -> past.foreignId().equals("1"))
                .findFirst()
                .orElseThrow();
        assertThat(ticket.proposed()).isEqualTo(CauseKind.CERTIFICATE);
        var path = "/helpdesk/history/" + ticket.id();
        assertThat(house.as(Role.READER)
                        .post(path, path + "/cause", "cause", "NETWORK")
                        .status())
                .isEqualTo(403);
        assertThat(house.as(Role.DUTY_OPERATOR)
                        .post(path, path + "/cause", "cause", "NETWORK")
                        .status())
                .isEqualTo(200);
        take(file(3).replace("host certificate renewed", "disk full"), false);
        var text = house.as(Role.READER).get(path).page().select("dl.facts").text();
        assertThat(text).contains("Storage by solution: disk full").contains("Network Test DUTY_OPERATOR");
        assertThat(list.counts(study(true)).get("cause"))
                .extracting(Counted::value)
                .contains("NETWORK");
        assertThat(list.unconfirmed(study(true))).isEqualTo(2);
    }

    @Test
    void rows_that_are_refused_are_told_one_by_one_and_can_be_fetched_again() {
        var token = token();
        var answer = house.nobody().json("POST", "/api/v1/helpdesk/imports?name=a.csv&origin=" + origin, token, """
                        id,subject,status,opened
                        1,Good,new,2013-01-01
                        2,Bad,asleep,2013-01-01
                        3,"=cmd|' /C calc'!A0",new,never
                        3,x,new
                        1,Other,new,2013-01-01
                        """);
        assertThat(answer.status()).isEqualTo(200);
        var report = json(answer.text());
        assertThat(report.at("/intake/count/added").asInt()).isEqualTo(1);
        assertThat(report.at("/intake/count/refused").asInt()).isEqualTo(4);
        assertThat(report.at("/refused/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/refused/0/value").asString()).isEqualTo("asleep");
        assertThat(report.at("/refused/0/expected").asString())
                .contains("in progress")
                .contains("verified");
        assertThat(report.at("/refused/0/row").asString()).isEqualTo("2,Bad,asleep,2013-01-01");
        var again = house.as(Role.ADMINISTRATOR)
                .get("/helpdesk/imports/" + report.at("/intake/id").asLong() + "/refused.csv")
                .text();
        assertThat(again.lines().count()).isEqualTo(5);
        assertThat(again).contains("3,2,state,asleep").contains("once");
        assertThat(house.as(Role.DUTY_OPERATOR)
                        .get("/helpdesk/imports/" + report.at("/intake/id").asLong())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_import_that_is_cut_off_leaves_what_was_there_whole() {
        take(file(30), false);
        var sql = house.sql();
        sql.sql("""
                create function helpdesk.cut() returns trigger language plpgsql as
                $$ begin if new.origin = '%s' and new.foreign_id = '9' then raise 'cut'; end if; return new; end $$
                """.formatted(origin)).update();
        sql.sql(
                        "create trigger cut before insert or update on helpdesk.past for each row execute function helpdesk.cut()")
                .update();
        try {
            assertThatThrownBy(() -> take(file(60).replace("Failure", "Trouble"), false))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            sql.sql("drop trigger cut on helpdesk.past").update();
            sql.sql("drop function helpdesk.cut()").update();
        }
        assertThat(list.count(study(true))).isEqualTo(30);
        assertThat(list.page(study(true), 100, 0))
                .noneMatch(past -> past.subject().contains("Trouble"));
        assertThat(intakes.latest(1).getFirst().outcome()).isEqualTo(Intake.Outcome.RUNNING);
        assertThat(take(file(60), false).count()).isEqualTo(new Intake.Count(60, 30, 0, 30, 0));
    }

    @Test
    void a_file_that_is_no_file_of_tickets_is_refused_and_says_so_on_its_report() {
        assertThatThrownBy(() -> take("<tickets><ticket>", false)).isInstanceOf(Refusal.class);
        var failed = intakes.latest(1).getFirst();
        assertThat(failed.outcome()).isEqualTo(Intake.Outcome.FAILED);
        assertThat(failed.trouble()).contains("line 1");
    }

    @Test
    void a_site_that_the_field_has_lost_is_kept() {
        take(file(3), false);
        assertThat(take(file(3).replace(site, ""), false).count().changed()).isZero();
        assertThat(list.count(study(true))).isEqualTo(3);
    }

    @Test
    void what_is_asked_of_the_history_by_api_is_what_the_page_shows() {
        take(file(12), false);
        var answer = house.nobody()
                .json("GET", "/api/v1/helpdesk" + study(false).counts().substring("/helpdesk".length()), token(), "");
        assertThat(json(answer.text()).at("/tickets").asInt()).isEqualTo(8);
        assertThat(json(answer.text()).at("/by/month").size()).isGreaterThan(2);
        var one = json(answer.text()).at("/page/0/id").asLong();
        var confirmed = house.nobody()
                .json("POST", "/api/v1/helpdesk/history/" + one + "/cause", token(), "{\"cause\":\"HARDWARE\"}");
        assertThat(json(confirmed.text()).at("/confirmed").asString()).isEqualTo("HARDWARE");
    }

    private String token() {
        house.as(Role.ADMINISTRATOR);
        var person = house.people().named("t-administrator").orElseThrow().person();
        return tokens.make(
                person,
                UUID.randomUUID().toString(),
                Set.of(Right.MANAGE_SOURCES, Right.READ, Right.HANDLE_TICKETS),
                Duration.ofHours(1));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
