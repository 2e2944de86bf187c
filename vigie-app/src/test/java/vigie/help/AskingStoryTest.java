package vigie.help;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.account.Tokens;
import vigie.expertise.Experts;
import vigie.people.Right;
import vigie.people.Role;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Registrar;

@InTheHouse
class AskingStoryTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Problems problems;

    @Autowired
    Calls calls;

    @Autowired
    Experts experts;

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Problem fails(Trouble trouble, String metric) {
        trouble.service("se");
        trouble.says("OK", "se", metric, "");
        trouble.says("CRITICAL", "se", metric, "");
        return trouble.open(problems).getFirst();
    }

    private MimeMessage letter(String word, String to) {
        return eventually(
                () -> Arrays.stream(house.post().getReceivedMessages())
                        .filter(each -> holds(each, word, to))
                        .findFirst()
                        .orElse(null),
                "a letter about " + word + " to " + to);
    }

    private static boolean holds(MimeMessage letter, String word, String to) {
        try {
            return (letter.getSubject() + letter.getContent()).contains(word)
                    && Arrays.stream(letter.getRecipients(Message.RecipientType.TO))
                            .anyMatch(each -> each.toString().contains(to));
        } catch (jakarta.mail.MessagingException | java.io.IOException broken) {
            // another test's: what is broken is sent as well
            return false;
        }
    }

    private void arrives(String box, String mail) throws Exception {
        house.post()
                .getUserManager()
                .getUser(box)
                .deliver(new MimeMessage(
                        jakarta.mail.Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private long asked(Visitor visitor, Problem problem, String... more) {
        var path = "/calls/ask?problem=" + problem.id();
        var form = visitor.get(path).page().selectFirst("main form");
        assertThat(form).isNotNull();
        var fields = new java.util.ArrayList<>(java.util.List.of(
                "problem", "" + problem.id(),
                "key", form.selectFirst("[name=key]").val(),
                "subject", form.selectFirst("[name=subject]").val(),
                "text", form.selectFirst("[name=text]").wholeText()));
        fields.addAll(java.util.List.of(more));
        var answer = visitor.post(path, "/calls/ask", fields.toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var at = answer.whole().uri().getPath();
        assertThat(at).matches("/calls/\\d+");
        var again = visitor.post(path, "/calls/ask", fields.toArray(String[]::new));
        assertThat(again.whole().uri().getPath()).as("sent twice").isEqualTo(at);
        return Long.parseLong(at.substring("/calls/".length()));
    }

    @Test
    void the_evidence_tells_what_fails_since_when_what_changed_and_where_else() {
        var metric = "put-" + word();
        var here = new Trouble(house, registrar, tokens);
        var problem = fails(here, metric);
        var there = new Trouble(house, registrar, tokens);
        fails(there, metric);
        here.service("added-" + metric);
        var text = house.over(Role.SITE_ADMINISTRATOR, here.site.value())
                .get("/calls/ask?problem=" + problem.id())
                .page()
                .selectFirst("[name=text]")
                .wholeText();
        assertThat(text)
                .contains(
                        metric,
                        here.name,
                        "Since: ",
                        "Service added: ",
                        "added-" + metric,
                        "fails elsewhere",
                        there.name)
                .doesNotContain("Last good result: unknown");
    }

    @Test
    void a_site_asks_the_list_and_what_comes_back_from_the_list_or_in_answer_joins_the_call() throws Exception {
        var metric = "get-" + word();
        var trouble = new Trouble(house, registrar, tokens);
        var problem = fails(trouble, metric);
        var gilles = house.over(Role.SITE_ADMINISTRATOR, trouble.site.value());
        var id = asked(gilles, problem, "way", "LIST", "tried", "restarted the daemon " + metric);
        var call = calls.call(id).orElseThrow();
        assertThat(call.isCall()).isTrue();
        assertThat(call.site()).isEqualTo(trouble.site);
        assertThat(call.state()).isEqualTo(CallState.OPEN);
        var sent = letter(metric, "list@example.org");
        assertThat(sent.getContent().toString()).contains("restarted the daemon " + metric);
        arrives(
                "list",
                "Message-ID: " + sent.getMessageID() + "\nFrom: vigie@example.org\nSubject: [ops] " + sent.getSubject()
                        + "\n\n" + metric + "\n");
        arrives(
                "list",
                "Message-ID: <%s@x>\nFrom: Luc <luc@elsewhere.example>\nSubject: Re: x\nIn-Reply-To: %s\n\nTry df -i.\n"
                        .formatted(metric, sent.getMessageID()));
        eventually(() -> calls.call(id).orElseThrow().state() == CallState.ANSWERED);
        assertThat(calls.call(id).orElseThrow().mails())
                .as("ours is not taken twice")
                .isEqualTo(2);
        arrives(
                "vigie",
                "Message-ID: <%s@z>\nFrom: yves@third.example\nTo: %s\nSubject: Re: x\nIn-Reply-To: %s\n\nBy letter %s.\n"
                        .formatted(metric, sent.getReplyTo()[0], sent.getMessageID(), metric));
        assertThat(letter("By letter " + metric, "list@example.org")
                        .getContent()
                        .toString())
                .contains("yves@third.example");
        eventually(() -> calls.call(id).orElseThrow().mails() == 3);
        assertThat(gilles.get("/problems/" + problem.id()).page().select("a[href=/calls/" + id + "]"))
                .isNotEmpty();
    }

    @Test
    void an_expert_who_has_agreed_is_asked_by_letter_and_answers_by_letter() throws Exception {
        var metric = "stat-" + word();
        var product = "Soft" + metric;
        house.as(Role.VO_MANAGER);
        var salma = house.people().named("t-vo-manager").orElseThrow();
        var trouble = new Trouble(house, registrar, tokens);
        var problem = fails(trouble, metric);
        var gilles = house.over(Role.SITE_ADMINISTRATOR, trouble.site.value());
        experts.leave(salma);
        var path = "/calls/ask?problem=" + problem.id();
        var refused = gilles.post(
                path,
                "/calls/ask",
                "problem",
                "" + problem.id(),
                "way",
                "EXPERT",
                "expert",
                "" + salma.person(),
                "subject",
                "s",
                "text",
                "t",
                "key",
                word());
        assertThat(refused.page().select("main").text()).contains("has not agreed");
        experts.say(salma, "", product, false, true);
        var id = asked(gilles, problem, "way", "EXPERT", "expert", "" + salma.person());
        var sent = letter(metric, "t-vo-manager@example.org");
        assertThat(house.as(Role.READER).get("/calls/" + id).text()).doesNotContain("t-vo-manager@example.org");
        arrives(
                "vigie",
                "Message-ID: <%s@y>\nFrom: t-vo-manager@example.org\nTo: %s\nSubject: Re: x\nIn-Reply-To: %s\n\nThe cause is %s.\n"
                        .formatted(metric, sent.getReplyTo()[0], sent.getMessageID(), metric));
        eventually(() -> calls.call(id).orElseThrow().state() == CallState.ANSWERED);
        var asker = "t-site-administrator-" + trouble.site.value() + "@example.org";
        assertThat(letter("The cause is " + metric, asker).getContent().toString())
                .contains("The cause is");
        experts.leave(salma);
    }

    @Test
    void a_call_put_in_a_ticket_is_followed_there_and_climbs_to_nobody() {
        var metric = "del-" + word();
        var trouble = new Trouble(house, registrar, tokens);
        var problem = fails(trouble, metric);
        var gilles = house.over(Role.SITE_ADMINISTRATOR, trouble.site.value());
        var id = asked(gilles, problem, "way", "TICKET");
        var call = calls.call(id).orElseThrow();
        assertThat(call.state()).isEqualTo(CallState.CLOSED);
        var ticket = call.closedWhy().replaceAll("\\D", "");
        assertThat(gilles.get("/tickets/" + ticket)
                        .page()
                        .select(".conversation")
                        .text())
                .contains(metric);
        assertThat(house.as(Role.READER)
                        .get("/calls/ask?problem=" + problem.id())
                        .status())
                .isEqualTo(403);
        var other = new Trouble(house, registrar, tokens);
        assertThat(house.over(Role.SITE_ADMINISTRATOR, other.site.value())
                        .get("/calls/ask?problem=" + problem.id())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void names_in_certificates_and_checks_of_security_are_not_sent_even_where_somebody_types_them() throws Exception {
        var metric = "dn-" + word();
        var trouble = new Trouble(house, registrar, tokens);
        var problem = fails(trouble, metric);
        var gilles = house.over(Role.SITE_ADMINISTRATOR, trouble.site.value());
        asked(gilles, problem, "way", "LIST", "tried", metric + " with /DC=org/CN=Salma Secrete");
        assertThat(letter(metric, "list@example.org").getContent().toString())
                .contains("[…]")
                .doesNotContain("Secrete");
    }

    @Test
    void an_unanswered_call_climbs_to_the_experts_on_its_software_too() throws Exception {
        var word = word();
        var product = "Prod" + word;
        house.as(Role.NGI_MANAGER);
        var maud = house.people().named("t-ngi-manager").orElseThrow();
        experts.say(maud, "", product, false, true);
        var trouble = new Trouble(house, registrar, tokens);
        var problem = fails(trouble, "m-" + word);
        asked(
                house.over(Role.SITE_ADMINISTRATOR, trouble.site.value()),
                problem,
                "way",
                "LIST",
                "tried",
                "reading the manual of " + product);
        house.advance(Duration.ofDays(7));
        var letter = letter(product, "t-ngi-manager@example.org");
        assertThat(letter.getContent().toString()).contains("/expertise/me");
        experts.leave(maud);
    }

    @Test
    void machines_ask_once_and_draw_the_evidence() {
        var metric = "api-" + word();
        var trouble = new Trouble(house, registrar, tokens);
        var problem = fails(trouble, metric);
        house.as(Role.DUTY_OPERATOR);
        var ada = house.people().named("t-duty-operator").orElseThrow().person();
        var token = tokens.make(ada, metric, Set.of(Right.READ, Right.REPLY_TICKETS), Duration.ofHours(1));
        var drawn = house.nobody().json("GET", "/api/v1/calls/evidence?problem=" + problem.id(), token, "");
        assertThat(drawn.text()).contains(metric);
        var body = "{\"problem\":%d,\"way\":\"LIST\",\"tried\":\"nothing\"}".formatted(problem.id());
        var one = house.nobody().json("POST", "/api/v1/calls/ask", token, body, "Idempotency-Key", metric);
        var two = house.nobody().json("POST", "/api/v1/calls/ask", token, body, "Idempotency-Key", metric);
        assertThat(one.status()).isEqualTo(200);
        assertThat(two.text()).isEqualTo(one.text());
        assertThat(house.nobody().json("POST", "/api/v1/calls/ask", token, "{}").status())
                .isBetween(400, 499);
    }
}
