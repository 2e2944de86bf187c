package vigie.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.problem.Stage;
import vigie.problem.Trouble;
import vigie.registry.Registrar;
import vigie.ticket.Draft;
import vigie.ticket.Priority;
import vigie.ticket.State;
import vigie.ticket.Tickets;

/** What others write of a failure that monitoring sees too: proposed, joined, refused and undone. */
@InTheHouse
class JointStoryTest {
    private static final String METRIC = "put-authentication";

    @Autowired
    House.Keys house;

    @Autowired
    Tokens tokens;

    @Autowired
    Registrar registrar;

    @Autowired
    Problems problems;

    @Autowired
    Tickets tickets;

    @Autowired
    JointTable table;

    Trouble trouble;

    @BeforeEach
    void a_site() {
        trouble = new Trouble(house, registrar, tokens);
        trouble.service("se01");
    }

    private Problem failing() {
        trouble.says("CRITICAL", "se01", METRIC, "");
        return trouble.open(problems).getFirst();
    }

    private Problem now(Problem problem) {
        return problems.problem(problem.id()).orElseThrow();
    }

    private String itsHost() {
        return trouble.host("se01");
    }

    /** A ticket as somebody opens it who knows nothing of the problem. */
    private long reported(String text) {
        return reported("Transfers fail", text);
    }

    private long reported(String subject, String text) {
        var id = tickets.open(
                Actor.HOUSE,
                new Draft(
                        trouble.site,
                        0,
                        subject,
                        text,
                        Priority.URGENT,
                        "en",
                        UUID.randomUUID().toString()));
        house.settle();
        return id;
    }

    private Joint proposed(long ticket) {
        return table.of(Kind.TICKET, ticket).stream()
                .filter(joint -> joint.standing() == Standing.PROPOSED)
                .findFirst()
                .orElseThrow();
    }

    private Visitor.Answer press(Visitor visitor, Joint joint, String deed, String... fields) {
        return visitor.post("/problems/" + joint.problem(), "/joints/" + joint.id() + "/" + deed, fields);
    }

    private static int asked(Visitor visitor, Joint joint, String deed, String word) {
        return visitor.ask("POST", "/api/v1/joints/" + joint.id() + "/" + deed, "application/json", word)
                .status();
    }

    private boolean isWanted(Problem problem) {
        return house.sql()
                .sql("select count(*) from ticket.due where problem = :id and done is null")
                .param("id", problem.id())
                .query(Long.class)
                .single()
                .equals(1L);
    }

    private void deliver(String user, String from, String subject, String text) throws Exception {
        var mail = "Message-ID: <%s@example.org>\r\nFrom: %s\r\nSubject: %s\r\n\r\n%s\r\n"
                .formatted(UUID.randomUUID(), from, subject, text);
        house.post()
                .getUserManager()
                .getUser(user)
                .deliver(new MimeMessage(
                        jakarta.mail.Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private String dutyLine(Visitor ada, Problem problem) {
        var row = ada.get("/duty?everything=true&site=" + trouble.name)
                .page()
                .selectFirst("tr:has(a[href=/problems/" + problem.id() + "])");
        return row == null ? "" : row.text();
    }

    @Test
    void an_experiments_ticket_by_mail_is_joined_withholds_ours_and_brings_the_problem_back_when_it_ends_too_early()
            throws Exception {
        var problem = failing();
        var number = UUID.randomUUID().getMostSignificantBits() >>> 40;
        deliver(
                "vigie",
                "GGUS <helpdesk@ggus.example>",
                "GGUS-Ticket-ID: #9%s TEAM TICKET atlas: transfers to %s fail".formatted(number, trouble.name),
                "Since this morning the authentication fails at " + itsHost() + ", all transfers are lost.");
        var joint = eventually(
                () -> table.ofProblem(problem.id()).stream().findFirst().orElse(null), "the ticket to be proposed");
        assertThat(joint.standing()).isEqualTo(Standing.PROPOSED);
        assertThat(joint.both()).containsExactly("forbidden");
        var ticket = tickets.ticket(joint.number()).orElseThrow();
        assertThat(ticket.openedBy()).isEqualTo("helpdesk@ggus.example");

        var ada = house.as(Role.DUTY_OPERATOR);
        var today = ada.get("/duty?site=" + trouble.name).page();
        assertThat(today.select("a.primary[href='/problems/" + problem.id() + "#joint']")
                        .text())
                .isEqualTo("Say whether it is the same cause");
        assertThat(ada.get("/problems/" + problem.id()).page().select("#joint").text())
                .contains("Same machine " + itsHost(), "both say: authentication or rights");
        assertThat(ada.get("/tickets/" + ticket.id()).page().select("#joint form"))
                .hasSize(1);
        assertThat(house.as(Role.READER).get("/problems/" + problem.id()).page().select("#joint form"))
                .isEmpty();

        assertThat(press(ada, joint, "join", "was", "PROPOSED").status()).isEqualTo(200);
        assertThat(now(problem).stage()).isEqualTo(Stage.TICKETED);
        assertThat(now(problem).ticket()).isEqualTo(ticket.id());
        house.advance(Duration.between(trouble.now(), problem.due()).plusHours(1));
        assertThat(now(problem).stage()).isEqualTo(Stage.TICKETED);
        assertThat(isWanted(problem)).isFalse();
        assertThat(tickets.openTickets(trouble.site)).hasSize(1);
        assertThat(dutyLine(ada, problem)).contains("Followed in ticket " + ticket.id());

        tickets.move(Actor.HOUSE, ticket.id(), State.ASSIGNED, State.SOLVED, "works for the experiment");
        house.settle();
        var back = now(problem);
        assertThat(back.stage()).isEqualTo(Stage.OPEN);
        assertThat(back.ticket()).isZero();
        assertThat(back.returnedFrom()).isEqualTo(ticket.id());
        assertThat(back.due()).isAfter(trouble.now());
        assertThat(ada.get("/duty?site=" + trouble.name)
                        .page()
                        .select("tr:has(a[href=/problems/" + problem.id() + "])")
                        .text())
                .contains("ticket " + ticket.id() + ", in which it was followed, is over");
        var story = ada.get("/problems/" + problem.id() + "/story").page().text();
        assertThat(story).contains("all transfers are lost", "works for the experiment", "Problem " + problem.id());

        house.advance(Duration.between(trouble.now(), back.due()).plusMinutes(1));
        assertThat(isWanted(problem)).isTrue();
    }

    @Test
    void when_the_problem_recovers_the_ticket_that_followed_it_is_proposed_to_be_solved_and_both_end() {
        var problem = failing();
        var ticket = reported("The authentication fails at " + itsHost());
        var ada = house.as(Role.DUTY_OPERATOR);
        press(ada, proposed(ticket), "join");
        trouble.says("OK", "se01", METRIC, "");
        assertThat(now(problem).stage()).isEqualTo(Stage.RECOVERED);
        var page = ada.get("/tickets/" + ticket).page();
        assertThat(page.select("form:has(input[name=to][value=SOLVED]) textarea[name=reason]")
                        .text())
                .isNotBlank();
        tickets.move(Actor.HOUSE, ticket, State.ASSIGNED, State.SOLVED, "good again");
        house.settle();
        assertThat(now(problem).stage()).isEqualTo(Stage.RECOVERED);
        tickets.move(Actor.HOUSE, ticket, State.SOLVED, State.CLOSED, "");
        assertThat(now(problem).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_problem_that_falls_ill_again_after_its_ticket_was_solved_comes_back() {
        var problem = failing();
        var ticket = reported("The authentication fails at " + itsHost());
        press(house.as(Role.DUTY_OPERATOR), proposed(ticket), "join");
        trouble.says("OK", "se01", METRIC, "");
        tickets.move(Actor.HOUSE, ticket, State.ASSIGNED, State.SOLVED, "good again");
        house.settle();
        trouble.says("CRITICAL", "se01", METRIC, "");
        assertThat(now(problem).ticket()).isZero();
        assertThat(now(problem).returnedFrom()).isEqualTo(ticket);
        tickets.move(Actor.HOUSE, ticket, State.SOLVED, State.REOPENED, "not at all");
        house.settle();
        assertThat(proposed(ticket).problem()).isEqualTo(problem.id());
    }

    @Test
    void a_wrong_join_is_undone_in_one_step_and_what_was_withheld_is_there_again() {
        var problem = failing();
        var ticket = reported("The authentication fails at " + itsHost());
        var joint = proposed(ticket);
        var ada = house.as(Role.DUTY_OPERATOR);
        press(ada, joint, "join");
        house.advance(Duration.between(trouble.now(), problem.due()).plusHours(2));
        assertThat(isWanted(problem)).isFalse();
        press(ada, joint, "undo");
        assertThat(now(problem).stage()).as("without a reason").isEqualTo(Stage.TICKETED);
        press(ada, joint, "undo", "reason", "another host after all");
        house.settle();
        assertThat(now(problem).stage()).isEqualTo(Stage.DUE);
        assertThat(now(problem).due()).isEqualTo(problem.due());
        assertThat(isWanted(problem)).isTrue();
        assertThat(tickets.ticket(ticket).orElseThrow().problem()).isZero();
        trouble.service("se02");
        trouble.says("CRITICAL", "se01", "get-authentication", "");
        assertThat(table.find(joint.id()).orElseThrow().standing()).isEqualTo(Standing.UNDONE);
        var reason = house.sql()
                .sql("select reason from journal.deed where subject = :ticket and deed = 'joint.deed.undone'")
                .param("ticket", "ticket:" + ticket)
                .query(String.class)
                .single();
        assertThat(reason).isEqualTo("another host after all");
    }

    @Test
    void an_acknowledgement_that_the_join_had_covered_stands_again_after_the_undo() {
        var problem = failing();
        problems.acknowledge(Actor.HOUSE, problem.id(), trouble.now().plus(Duration.ofDays(3)), "they work on it");
        var ticket = reported("The authentication fails at " + itsHost());
        var ada = house.as(Role.DUTY_OPERATOR);
        press(ada, proposed(ticket), "join");
        assertThat(now(problem).stage()).isEqualTo(Stage.TICKETED);
        press(ada, table.of(Kind.TICKET, ticket).getFirst(), "undo", "reason", "no");
        assertThat(now(problem).stage()).isEqualTo(Stage.ACKNOWLEDGED);
    }

    @Test
    void what_was_refused_is_not_proposed_again_however_the_problem_grows() {
        var problem = failing();
        var ticket = reported("The authentication fails at " + itsHost());
        var joint = proposed(ticket);
        press(house.as(Role.DUTY_OPERATOR), joint, "refuse", "reason", "their own proxy");
        trouble.says("CRITICAL", "se01", "get-authentication", "");
        house.settle();
        assertThat(table.find(joint.id()).orElseThrow().standing()).isEqualTo(Standing.REFUSED);
        assertThat(table.ofProblem(problem.id())).hasSize(1);
        assertThat(dutyLine(house.as(Role.DUTY_OPERATOR), problem)).doesNotContain("Say whether");
    }

    @Test
    void a_problem_that_appears_after_the_ticket_is_proposed_to_it_at_once() {
        var ticket = reported("The authentication fails at " + itsHost());
        assertThat(table.of(Kind.TICKET, ticket)).isEmpty();
        var problem = failing();
        var joint = proposed(ticket);
        assertThat(joint.problem()).isEqualTo(problem.id());
        assertThat(joint.after()).isNegative();
    }

    @Test
    void two_operators_who_press_at_once_join_once_and_the_late_one_of_two_words_is_told() {
        failing();
        var ticket = reported("The authentication fails at " + itsHost());
        var joint = proposed(ticket);
        var ada = house.as(Role.DUTY_OPERATOR);
        var maud = house.as(Role.NGI_MANAGER);
        var joined = Stream.of(ada, maud)
                .map(who -> CompletableFuture.supplyAsync(
                        () -> press(who, joint, "join", "was", "PROPOSED").status()))
                .toList();
        assertThat(joined.stream().map(CompletableFuture::join)).containsExactly(200, 200);
        assertThat(tickets.said(ticket, Actor.HOUSE).stream()
                        .filter(entry -> entry.kind().equals("CHANGE")))
                .hasSize(1);
        assertThat(asked(ada, joint, "refuse", "{}")).isEqualTo(409);
        press(ada, joint, "undo", "reason", "wrong");
        assertThat(asked(maud, joint, "join", "{\"was\":\"PROPOSED\"}")).isEqualTo(409);
        assertThat(asked(maud, joint, "join", "{\"was\":\"UNDONE\"}")).isEqualTo(200);
    }

    @Test
    void where_a_ticket_of_ours_is_open_theirs_is_shown_beside_it_and_gets_its_answer() {
        var problem = failing();
        var ours = tickets.open(
                Actor.HOUSE,
                new Draft(
                        trouble.site,
                        problem.id(),
                        "Ours",
                        "It fails.",
                        Priority.URGENT,
                        "en",
                        UUID.randomUUID().toString()));
        var theirs = reported("The authentication fails at " + itsHost());
        var ada = house.as(Role.DUTY_OPERATOR);
        press(ada, proposed(theirs), "join");
        assertThat(now(problem).ticket()).isEqualTo(ours);
        assertThat(table.of(Kind.TICKET, theirs).getFirst().follows()).isFalse();
        trouble.says("OK", "se01", METRIC, "");
        var form = ada.get("/tickets/" + theirs).page().selectFirst("#joint form[action$=/reply] textarea");
        assertThat(form).isNotNull();
        assertThat(form.text()).contains("Monitoring sees");
    }

    @Test
    void a_call_on_the_list_is_proposed_joined_and_withholds_nothing() throws Exception {
        var problem = failing();
        deliver(
                "list",
                "Salma <salma@a.example.org>",
                "[ops] Help: transfers to " + trouble.name,
                "Can anyone help? The authentication fails at " + itsHost() + ".");
        var joint = eventually(
                () -> table.ofProblem(problem.id()).stream().findFirst().orElse(null), "the call to be proposed");
        assertThat(joint.kind()).isEqualTo(Kind.CALL);
        var ada = house.as(Role.DUTY_OPERATOR);
        assertThat(press(ada, joint, "join").status()).isEqualTo(200);
        assertThat(now(problem).stage()).isEqualTo(Stage.OPEN);
        assertThat(house.as(Role.READER)
                        .get("/problems/" + problem.id())
                        .page()
                        .select("#joint")
                        .text())
                .doesNotContain("salma@a.example.org");
        trouble.says("OK", "se01", METRIC, "");
        var closing = ada.get(joint.path()).page().selectFirst("#joint form[action$=/state] textarea[name=reason]");
        assertThat(closing).isNotNull();
        ada.post(joint.path(), joint.path() + "/state", "to", "CLOSED", "reason", closing.text());
        assertThat(ada.get(joint.path()).page().select("#joint form")).isEmpty();
    }

    @Test
    void what_is_certain_is_joined_by_itself_only_where_the_ngi_says_so() {
        var ngi = "NGI_JOINT_" + UUID.randomUUID().toString().substring(0, 6);
        trouble = new Trouble(house, registrar, tokens, ngi);
        trouble.service("se01");
        trouble.service("se02");
        var problem = failing();
        var asked = reported("The authentication fails at " + itsHost());
        assertThat(proposed(asked).standing()).isEqualTo(Standing.PROPOSED);
        press(house.as(Role.DUTY_OPERATOR), proposed(asked), "refuse");
        var path = "/api/v1/joints/policies/" + ngi;
        var wanted = "{\"byItself\":true,\"reason\":\"we trust it\"}";
        assertThat(house.as(Role.DUTY_OPERATOR)
                        .ask("PUT", path, "application/json", wanted)
                        .status())
                .isEqualTo(403);
        assertThat(house.as(Role.NGI_MANAGER)
                        .ask("PUT", path, "application/json", wanted)
                        .text())
                .contains(ngi);
        var unsure = reported("Transfers fail at " + itsHost());
        assertThat(proposed(unsure).both()).isEmpty();
        press(house.as(Role.DUTY_OPERATOR), proposed(unsure), "refuse");
        var certain = reported("The authentication fails at " + itsHost() + " again");
        assertThat(table.of(Kind.TICKET, certain).getFirst().standing()).isEqualTo(Standing.JOINED);
        assertThat(now(problem).ticket()).isEqualTo(certain);
    }

    @Test
    void machines_read_the_proposals_join_refuse_and_undo_them() {
        var problem = failing();
        var ticket = reported("The authentication fails at " + itsHost());
        var joint = proposed(ticket);
        var ada = house.as(Role.DUTY_OPERATOR);
        var listed = ada.get("/api/v1/joints?problem=" + problem.id()).text();
        assertThat(listed).contains("\"number\":" + ticket, "Same machine " + itsHost(), "authentication or rights");
        var path = "/api/v1/joints/" + joint.id();
        assertThat(ada.ask("POST", path + "/join", "application/json", "{}").text())
                .contains("\"state\":\"JOINED\"", "\"follows\":true");
        assertThat(ada.ask("POST", path + "/undo", "application/json", "{}").status())
                .isEqualTo(422);
        assertThat(ada.ask("POST", path + "/undo", "application/json", "{\"reason\":\"wrong\"}")
                        .text())
                .contains("\"state\":\"UNDONE\"");
        assertThat(house.as(Role.READER)
                        .ask("POST", path + "/join", "application/json", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(ada.ask("POST", path + "/join", "application/json", "{\"was\":\"ELSEWHERE\"}")
                        .status())
                .isEqualTo(422);
        assertThat(ada.ask("POST", "/api/v1/joints/999999999/join", "application/json", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(ada.get("/api/v1/joints?site=NOWHERE").status()).isEqualTo(404);
    }

    @Test
    void a_person_joins_what_the_house_did_not_see_but_not_what_is_of_another_site() {
        var problem = failing();
        var ticket = reported("A question", "The cooling of the room hums.");
        assertThat(table.of(Kind.TICKET, ticket)).isEmpty();
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = "/problems/" + problem.id();
        var elsewhere = new Trouble(house, registrar, tokens);
        var other = tickets.open(
                Actor.HOUSE,
                new Draft(
                        elsewhere.site,
                        0,
                        "Elsewhere",
                        "Text.",
                        Priority.URGENT,
                        "en",
                        UUID.randomUUID().toString()));
        var wanted = "{\"problem\":%d,\"number\":%d}";
        for (var refused :
                List.of(wanted.formatted(problem.id(), other), wanted.formatted(problem.id(), 999_999_999))) {
            assertThat(ada.ask("POST", "/api/v1/joints", "application/json", refused)
                            .status())
                    .isBetween(400, 499);
        }
        assertThat(ada.post(path, path + "/joints", "number", "" + ticket, "reason", "they told me")
                        .status())
                .isEqualTo(200);
        assertThat(now(problem).ticket()).isEqualTo(ticket);
        assertThat(List.of(table.of(Kind.TICKET, ticket).getFirst().why())).containsExactly("they told me");
    }
}
