package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.account.Tokens;
import vigie.people.Right;
import vigie.people.Role;

@InTheHouse
class TicketStoryTest {
    @Autowired
    House.Keys house;

    @Autowired
    Tokens tokens;

    private long site(String mail) {
        return house.sql()
                .sql("insert into registry.site (name, certification, mail, ngi) values (:name, 'CERTIFIED', :mail,"
                        + " 'NGI_FRANCE') returning id")
                .param("name", "T-" + UUID.randomUUID().toString().substring(0, 13))
                .param("mail", mail)
                .query(Long.class)
                .single();
    }

    private Visitor.Answer open(Visitor visitor, long site, String subject, String key) {
        return visitor.post(
                "/tickets",
                "/tickets",
                "site",
                "" + site,
                "subject",
                subject,
                "text",
                "The disk is full.",
                "priority",
                "URGENT",
                "key",
                key);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_ticket_is_mailed_to_the_site_answered_by_mail_and_followed_to_its_end() throws Exception {
        var mail = fresh() + "@example.org";
        var subject = "Disk " + fresh();
        var ada = house.as(Role.DUTY_OPERATOR);
        var page = open(ada, site(mail), subject, fresh());
        assertThat(page.status()).isEqualTo(200);
        var path = page.whole().uri().getPath();
        var letter = eventually(
                () -> Arrays.stream(house.post().getReceivedMessagesForDomain(mail))
                        .findFirst()
                        .orElse(null),
                "the letter to the site");
        assertThat(letter.getSubject()).endsWith(subject).startsWith("[Vigie #");
        var answer = "Message-ID: <%s@example.org>\r\nFrom: %s\r\nIn-Reply-To: %s\r\n\r\nReplaced it.\r\n"
                .formatted(fresh(), mail, letter.getMessageID());
        house.post()
                .getUserManager()
                .getUser("vigie")
                .deliver(new MimeMessage(
                        jakarta.mail.Session.getInstance(new Properties()),
                        new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8))));
        eventually(() -> ada.get(path).page().select(".conversation").text().contains("Replaced it."));
        var moved = ada.post(path, path + "/state", "was", "IN_PROGRESS", "to", "SOLVED", "reason", "New disk.");
        assertThat(moved.page().select(".facts").text()).contains("Solved");
    }

    @Test
    void a_form_sent_twice_opens_one_ticket() {
        var ada = house.as(Role.DUTY_OPERATOR);
        var site = site(fresh() + "@example.org");
        var key = fresh();
        var first = open(ada, site, "Twice", key).whole().uri().getPath();
        assertThat(open(ada, site, "Twice", key).whole().uri().getPath()).isEqualTo(first);
    }

    @Test
    void the_administrator_of_another_site_may_neither_open_nor_answer() {
        var own = site(fresh() + "@example.org");
        var other = site(fresh() + "@example.org");
        var maud = house.over(Role.SITE_ADMINISTRATOR, own);
        assertThat(open(maud, other, "Not mine", fresh()).status()).isEqualTo(403);
        var path = open(house.as(Role.DUTY_OPERATOR), other, "Theirs", fresh())
                .whole()
                .uri()
                .getPath();
        assertThat(maud.post(path, path + "/reply", "text", "x", "key", fresh()).status())
                .isEqualTo(403);
        assertThat(maud.post(path, path + "/state", "was", "ASSIGNED", "to", "SOLVED")
                        .status())
                .isEqualTo(403);
        assertThat(open(maud, own, "Mine", fresh()).status()).isEqualTo(200);
    }

    @Test
    void an_internal_note_is_seen_by_those_who_handle_tickets_alone() {
        var site = site(fresh() + "@example.org");
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = open(ada, site, "Noted", fresh()).whole().uri().getPath();
        ada.post(path, path + "/reply", "text", "between us", "note", "true", "key", fresh());
        assertThat(ada.get(path).text()).contains("between us");
        assertThat(house.as(Role.READER).get(path).text()).doesNotContain("between us");
    }

    @Test
    void a_machine_answers_a_ticket_of_its_site_and_is_told_what_it_got_wrong() {
        var own = site(fresh() + "@example.org");
        house.over(Role.SITE_ADMINISTRATOR, own);
        var token = tokens.make(
                house.people()
                        .named("t-site-administrator-" + own)
                        .orElseThrow()
                        .person(),
                "replies",
                EnumSet.of(Right.READ, Right.REPLY_TICKETS),
                Duration.ofHours(2));
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = open(ada, own, "For machines", fresh()).whole().uri().getPath();
        var machine = house.nobody();
        var api = "/api/v1" + path;
        var answer = machine.json("POST", api + "/reply", token, "{\"text\":\"The disk is on its way.\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("\"IN_PROGRESS\"");
        assertThat(machine.json("GET", api, token, "").text()).contains("For machines");
        assertThat(ada.get(path).page().select(".conversation").text()).contains("The disk is on its way.");
        assertThat(machine.json("POST", api + "/reply", token, "{}").status()).isEqualTo(422);
        assertThat(machine.json("POST", api + "/reply", token, "{\"text\":\"a\\u0000b\"}")
                        .status())
                .isEqualTo(422);
        assertThat(machine.json("POST", "/api/v1/tickets/999999999/reply", token, "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(404);
        var other = open(ada, site(fresh() + "@example.org"), "Of another", fresh())
                .whole()
                .uri()
                .getPath();
        assertThat(machine.json("POST", "/api/v1" + other + "/reply", token, "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }
}
