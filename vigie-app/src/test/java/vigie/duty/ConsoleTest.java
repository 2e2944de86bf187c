package vigie.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.account.Tokens;
import vigie.people.Role;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Registrar;

@InTheHouse
class ConsoleTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Problems problems;

    @Autowired
    EscalatedProblems escalated;

    Trouble trouble;
    Visitor ada;

    @BeforeEach
    void a_site() {
        trouble = new Trouble(house, registrar, tokens);
        ada = house.as(Role.DUTY_OPERATOR);
    }

    private Problem failing() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        return trouble.open(problems).getFirst();
    }

    private Element row(long problem) {
        var row = ada.get("/duty?site=" + trouble.name).page().selectFirst("tr:has(a[href=/problems/" + problem + "])");
        assertThat(row).as("the row of problem " + problem).isNotNull();
        return row;
    }

    @Test
    void a_due_problem_is_on_the_console_and_its_one_prominent_button_leads_to_the_draft() {
        var problem = failing();
        house.advance(Duration.between(trouble.now(), problem.due()).plusMinutes(1));
        var row = row(problem.id());
        assertThat(row.select(".primary")).hasSize(1);
        var draft = ada.get(row.select("a.primary").attr("href")).page();
        assertThat(draft.select("form[action=/tickets] textarea").text()).contains(trouble.name);
    }

    @Test
    void what_has_recovered_is_closed_with_one_key_and_one_is_back_on_the_console() {
        var problem = failing();
        trouble.says("OK", "se", "put", "");
        var form = row(problem.id()).selectFirst("form[action$=close]");
        var answer = ada.post(
                "/duty",
                form.attr("action"),
                "reason",
                form.select("[name=reason]").val(),
                "back",
                "/duty");
        assertThat(answer.whole().uri().getPath()).isEqualTo("/duty");
        assertThat(problems.problem(problem.id()).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void the_rounds_of_the_day_are_counted() {
        var said = "looked " + UUID.randomUUID();
        ada.post("/duty", "/duty/rounds", "note", said);
        assertThat(ada.get("/duty").page().select("form[action=/duty/rounds]").text())
                .contains(said);
    }

    @Test
    void the_notepad_keeps_until_it_is_struck_out() {
        var said = "call them " + UUID.randomUUID();
        ada.post("/duty", "/duty/notes", "text", said);
        var note = ada.get("/duty").page().selectFirst("li:contains(" + said + ")");
        assertThat(ada.get("/duty/handover").page().select("textarea").text()).contains(said);
        var form = ada.get(note.select("a[href^=/tickets/new]").attr("href")).page();
        assertThat(form.select("textarea[name=text]").text()).isEqualTo(said);
        ada.post("/duty", note.select("form").attr("action"));
        assertThat(ada.get("/duty").text()).doesNotContain(said);
    }

    @Test
    void a_handover_is_drafted_from_what_is_so_and_accepted_by_the_next_person_alone() {
        var problem = failing();
        var draft =
                ada.get("/duty/handover").page().select("textarea[name=text]").text();
        assertThat(draft).contains("TICKETS THAT GO ON", "CORE SERVICES", "FAULTS OF THE TOOLS", "NOTES");
        var said = "please watch " + UUID.randomUUID() + " of " + problem.id();
        house.as(Role.NGI_MANAGER);
        ada.post("/duty/handover", "/duty/handover", "to", "t-ngi-manager", "text", draft + "\n" + said);
        var next = house.as(Role.NGI_MANAGER);
        var mine = next.get("/duty/handover").page().selectFirst("details:contains(" + said + ") form");
        assertThat(ada.post("/duty/handover", mine.attr("action")).status()).isEqualTo(403);
        assertThat(house.as(Role.ADMINISTRATOR)
                        .post("/duty/handover", mine.attr("action"))
                        .status())
                .isEqualTo(403);
        assertThat(next.post("/duty/handover", mine.attr("action")).status()).isEqualTo(200);
        var again = next.post("/duty/handover", mine.attr("action"));
        assertThat(again.page().select(".trouble").text()).contains("accepted by Test NGI_MANAGER");
    }

    @Test
    void a_problem_without_a_ticket_for_too_long_is_told_at_the_meeting() {
        var problem = failing();
        house.advance(Duration.between(trouble.now(), problem.escalates()).plusMinutes(1));
        assertThat(row(problem.id()).text()).contains("escalated");
        assertThat(escalated.lines(trouble.now(), trouble.now()))
                .anyMatch(line -> ("/problems/" + problem.id()).equals(line.link()));
    }

    @Test
    void the_console_is_not_for_readers() {
        assertThat(house.as(Role.READER).get("/duty").status()).isEqualTo(403);
    }
}
