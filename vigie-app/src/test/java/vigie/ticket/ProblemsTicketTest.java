package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.account.Tokens;
import vigie.agenda.AgendaSection;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.problem.Stage;
import vigie.problem.Trouble;
import vigie.registry.Registrar;

@InTheHouse
class ProblemsTicketTest {
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
    TicketTable table;

    @Autowired
    TicketsWithoutProgress stale;

    @Autowired
    ProblemsRaisedBySites raised;

    Trouble trouble;

    @BeforeEach
    void a_site() {
        trouble = new Trouble(house, registrar, tokens);
    }

    /** A problem that has lasted until a ticket is due for it. */
    private Problem due() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var problem = trouble.open(problems).getFirst();
        if (problem.due().isAfter(trouble.now())) {
            house.advance(Duration.between(trouble.now(), problem.due()).plusMinutes(1));
        }
        house.settle();
        return problem;
    }

    private boolean isWanted(long problem) {
        return table.due().stream().anyMatch(wanted -> wanted.problem() == problem);
    }

    /** The form of the page, sent as it stands; answers the path of the ticket. */
    private static String openAsDrafted(Visitor visitor, long problem) {
        var address = "/tickets/new?problem=" + problem;
        var form = (FormElement) visitor.get(address).page().selectFirst("form[action=/tickets]");
        var fields = new ArrayList<String>();
        for (var field : form.formData()) {
            if (!field.key().equals("_csrf")) {
                fields.addAll(List.of(field.key(), field.value()));
            }
        }
        var answer = visitor.post(address, "/tickets", fields.toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.whole().uri().getPath();
    }

    private static long number(String path) {
        return Long.parseLong(path.substring("/tickets/".length()));
    }

    private static boolean isOf(MimeMessage letter, long ticket) {
        try {
            return String.valueOf(letter.getSubject()).startsWith("[Vigie #" + ticket + "]");
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void a_problem_that_lasts_is_one_click_away_from_a_letter_to_the_site_which_answers() throws Exception {
        var problem = due();
        assertThat(isWanted(problem.id())).isTrue();
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = openAsDrafted(ada, problem.id());
        assertThat(isWanted(problem.id())).isFalse();
        var followed = problems.problem(problem.id()).orElseThrow();
        assertThat(followed.stage()).isEqualTo(Stage.TICKETED);
        assertThat(followed.ticket()).isEqualTo(number(path));
        var letter = eventually(
                () -> Arrays.stream(house.post().getReceivedMessages())
                        .filter(sent -> isOf(sent, number(path)))
                        .findFirst()
                        .orElse(null),
                "the letter to the site");
        assertThat(letter.getSubject()).contains(trouble.name);
        var answer = "Message-ID: <%s@example.org>\r\nFrom: grid@troubled.example\r\nIn-Reply-To: %s\r\n\r\nSeen.\r\n"
                .formatted(UUID.randomUUID(), letter.getMessageID());
        house.post()
                .getUserManager()
                .getUser("vigie")
                .deliver(new MimeMessage(
                        jakarta.mail.Session.getInstance(new Properties()),
                        new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8))));
        eventually(() -> ada.get(path).page().select(".conversation").text().contains("Seen."));
        assertThat(tickets.ticket(number(path)).orElseThrow().state()).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void two_operators_at_once_open_one_ticket_for_one_problem() {
        var problem = due();
        var ada = house.as(Role.DUTY_OPERATOR);
        var odile = house.as(Role.NGI_MANAGER);
        var first = CompletableFuture.supplyAsync(() -> openAsDrafted(ada, problem.id()));
        var second = CompletableFuture.supplyAsync(() -> openAsDrafted(odile, problem.id()));
        assertThat(first.join()).isEqualTo(second.join());
        assertThat(tickets.openTickets(trouble.site)).hasSize(1);
    }

    @Test
    void what_is_good_again_is_solved_by_one_click_and_closed_with_its_problem_ten_working_days_later() {
        var problem = due();
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = openAsDrafted(ada, problem.id());
        var form = "form:has(input[name=to][value=SOLVED])";
        assertThat(ada.get(path).page().select(form)).isEmpty();
        trouble.says("OK", "se", "put", "");
        assertThat(problems.problem(problem.id()).orElseThrow().stage()).isEqualTo(Stage.RECOVERED);
        var button = (FormElement) ada.get(path).page().selectFirst(form);
        assertThat(house.as(Role.READER).get(path).page().select(form)).isEmpty();
        ada.post(
                path,
                path + "/state",
                "was",
                button.selectFirst("[name=was]").val(),
                "to",
                "SOLVED",
                "reason",
                button.selectFirst("[name=reason]").val());
        var solved = tickets.ticket(number(path)).orElseThrow();
        assertThat(solved.state()).isEqualTo(State.SOLVED);
        assertThat(solved.solution()).isNotBlank();
        assertThat(Duration.between(solved.solved(), solved.closes())).isGreaterThan(Duration.ofDays(12));
        house.advance(Duration.between(trouble.now(), solved.closes()).minusMinutes(1));
        assertThat(tickets.ticket(solved.id()).orElseThrow().state()).isEqualTo(State.SOLVED);
        house.advance(Duration.ofMinutes(2));
        assertThat(tickets.ticket(solved.id()).orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(problems.problem(problem.id()).orElseThrow().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_problem_that_outlives_its_ticket_gets_another_in_its_time_and_keeps_both() {
        var problem = due();
        var ada = house.as(Role.DUTY_OPERATOR);
        var first = number(openAsDrafted(ada, problem.id()));
        tickets.move(Actor.HOUSE, first, State.ASSIGNED, State.UNSOLVED, "nothing to be done");
        tickets.move(Actor.HOUSE, first, State.UNSOLVED, State.CLOSED, "");
        var parted = problems.problem(problem.id()).orElseThrow();
        assertThat(parted.ticket()).isZero();
        assertThat(isWanted(problem.id())).isFalse();
        house.advance(Duration.between(trouble.now(), parted.due()).plusMinutes(1));
        assertThat(isWanted(problem.id())).isTrue();
        var second = number(openAsDrafted(ada, problem.id()));
        assertThat(problems.ticketsOf(problem.id())).containsExactly(first, second);
        trouble.says("OK", "se", "put", "");
        assertThat(tickets.ticket(second).orElseThrow().recovered()).isNotNull();
        trouble.says("CRITICAL", "se", "put", "");
        assertThat(tickets.ticket(second).orElseThrow().recovered()).isNull();
    }

    @Test
    void where_a_site_wants_it_the_ticket_opens_by_itself_in_its_language() {
        var address = "/api/v1/ticket-policies/sites/" + trouble.site.value();
        var manager = house.as(Role.NGI_MANAGER);
        assertThat(manager.get(address).text()).contains("\"opensByItself\":false");
        var wanted = "{\"opensByItself\":true,\"language\":\"en\",\"reason\":\"they asked for it\"}";
        var told = manager.ask("PUT", address, "application/json", wanted);
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.text()).contains("\"opensByItself\":true", "\"en\"");
        var problem = due();
        assertThat(isWanted(problem.id())).isFalse();
        var ticket = tickets.openTickets(trouble.site).getFirst();
        assertThat(ticket.problem()).isEqualTo(problem.id());
        assertThat(ticket.language()).isEqualTo("en");
        assertThat(ticket.raisedBySite()).isFalse();
        assertThat(problems.problem(problem.id()).orElseThrow().ticket()).isEqualTo(ticket.id());
    }

    @Test
    void a_wish_without_a_reason_or_in_an_unknown_language_is_refused() {
        var address = "/api/v1/ticket-policies/sites/" + trouble.site.value();
        var manager = house.as(Role.NGI_MANAGER);
        assertThat(manager.ask("PUT", address, "application/json", "{\"opensByItself\":true}")
                        .status())
                .isEqualTo(422);
        assertThat(manager.ask("PUT", address, "application/json", "{\"language\":\"de\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(manager.get(address).text()).contains("\"opensByItself\":false");
    }

    @Test
    void the_agenda_names_what_did_not_move_for_a_month_and_what_a_site_raised_itself() {
        var quiet = tickets.open(Actor.HOUSE, draft("Quiet"));
        var maud = house.over(Role.SITE_ADMINISTRATOR, trouble.site.value());
        var theirs = maud.post(
                "/tickets",
                "/tickets",
                "site",
                "" + trouble.site.value(),
                "subject",
                "Raised by them",
                "text",
                "The network.",
                "priority",
                "URGENT",
                "key",
                UUID.randomUUID().toString());
        var path = theirs.whole().uri().getPath();
        var now = trouble.now();
        assertThat(links(raised, now)).contains(path).doesNotContain("/tickets/" + quiet);
        assertThat(links(stale, now)).doesNotContain(path, "/tickets/" + quiet);
        assertThat(links(stale, now.plus(Duration.ofDays(31)))).contains(path, "/tickets/" + quiet);
        tickets.move(Actor.HOUSE, quiet, State.ASSIGNED, State.SOLVED, "done");
        assertThat(links(stale, now.plus(Duration.ofDays(31)))).doesNotContain("/tickets/" + quiet);
    }

    @Test
    void the_page_of_a_site_lists_its_open_tickets_until_they_are_solved() {
        var id = tickets.open(Actor.HOUSE, draft("Shown at its site"));
        var reader = house.as(Role.READER);
        var shown = reader.get("/sites/" + trouble.name);
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        var link = "a[href='/tickets/" + id + "']";
        assertThat(shown.page().select(link).text()).contains("Shown at its site");
        tickets.move(Actor.HOUSE, id, State.ASSIGNED, State.SOLVED, "done");
        assertThat(reader.get("/sites/" + trouble.name).page().select(link)).isEmpty();
    }

    private Draft draft(String subject) {
        return new Draft(
                trouble.site,
                0,
                subject,
                "Text.",
                Priority.URGENT,
                "en",
                UUID.randomUUID().toString());
    }

    private static List<String> links(AgendaSection section, java.time.Instant now) {
        return section.lines(now.minus(Duration.ofDays(30)), now).stream()
                .map(line -> line.link())
                .toList();
    }
}
