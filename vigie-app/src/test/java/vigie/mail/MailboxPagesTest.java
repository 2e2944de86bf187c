package vigie.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Role;

@InTheHouse
class MailboxPagesTest {
    @Autowired
    House.Keys house;

    @Autowired
    Notifications post;

    private String list(String view, String words) {
        return house.as(Role.DUTY_OPERATOR)
                .get("/mailbox?view=" + view + "&text=" + words)
                .page()
                .select("main .list")
                .text();
    }

    @Test
    void a_letter_given_up_tells_why_and_is_tried_again_under_its_message_id() {
        var subject = "Lost-" + UUID.randomUUID();
        var id = post.send(new Letter(List.of("not an address"), subject, "x", "test:" + UUID.randomUUID()));
        eventually(() -> list("unsent", subject).contains("Given up"));
        assertThat(list("unsent", subject)).contains("can be written to");
        assertThat(list("sent", subject)).doesNotContain(subject);
        assertThat(list("outgoing", subject)).contains(subject);
        var row = house.sql()
                .sql("select id from mail.letter where message_id = :id")
                .param("id", id);
        var path = "/mailbox/" + row.query(Long.class).single();
        var again = house.as(Role.DUTY_OPERATOR).post(path, path + "/again");
        assertThat(again.status()).isEqualTo(200);
        eventually(() -> house.sql()
                .sql("select tries >= 2 and given_up is not null from mail.letter where message_id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single());
    }

    @Test
    void a_letter_that_has_left_is_not_tried_again() {
        var subject = "Left-" + UUID.randomUUID();
        var id = post.send(new Letter(List.of("odile@example.org"), subject, "x", "test:" + UUID.randomUUID()));
        eventually(() -> list("sent", subject).contains(subject));
        assertThat(list("unsent", subject)).doesNotContain(subject);
        var number = house.sql()
                .sql("select id from mail.letter where message_id = :id")
                .param("id", id);
        var path = "/mailbox/" + number.query(Long.class).single();
        assertThat(house.as(Role.DUTY_OPERATOR)
                        .post("/mailbox", path + "/again")
                        .page()
                        .text())
                .contains("has left already");
        assertThat(house.as(Role.READER).post("/tickets", path + "/again").status())
                .isEqualTo(403);
    }

    @Test
    void what_came_in_is_listed_with_what_became_of_it() throws MessagingException {
        var subject = "Came-" + UUID.randomUUID();
        var raw = "Message-ID: <%s@example.org>\r\nFrom: luc@example.org\r\nSubject: %s\r\n\r\nNobody asked.\r\n"
                .formatted(UUID.randomUUID(), subject);
        var letter = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        house.post().getUserManager().getUser("vigie").deliver(letter);
        eventually(() -> list("incoming", subject).contains("Answers nothing"));
        var page = house.as(Role.DUTY_OPERATOR).get("/mailbox?view=incoming&text=" + subject);
        var link = page.page().select("main .list tbody a").attr("href");
        assertThat(house.as(Role.DUTY_OPERATOR).get(link).text()).contains("Nobody asked.");
    }

    @Test
    void a_view_that_there_is_not_is_refused() {
        assertThat(house.as(Role.DUTY_OPERATOR).get("/mailbox?view=spam").status())
                .isEqualTo(404);
    }
}
