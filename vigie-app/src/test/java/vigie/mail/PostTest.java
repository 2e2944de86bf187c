package vigie.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;

@InTheHouse
class PostTest {
    @Autowired
    House.Keys house;

    @Autowired
    Notifications notifications;

    private List<MimeMessage> delivered(String messageId) {
        return Arrays.stream(house.post().getReceivedMessages())
                .filter(message -> messageId.equals(header(message, "Message-ID")))
                .toList();
    }

    private static String header(Message message, String name) {
        try {
            var values = message.getHeader(name);
            return values == null ? "" : values[0];
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private MimeMessage arrivesOf(String messageId) {
        return eventually(() -> delivered(messageId).stream().findFirst().orElse(null), "letter " + messageId);
    }

    private String send(String thread) {
        return notifications.send(new Letter(List.of("odile@example.org"), "Disque plein à Lyon", "Déjà vu.", thread));
    }

    private String freshThread() {
        return "test:" + UUID.randomUUID();
    }

    /** A letter put into our mailbox as a stranger would send it. */
    private void comes(String raw) {
        try (var in = new java.io.ByteArrayInputStream(
                raw.replace("\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            var message = new MimeMessage(jakarta.mail.Session.getInstance(new java.util.Properties()), in);
            house.post().getUserManager().getUser("vigie").deliver(message);
        } catch (jakarta.mail.MessagingException | java.io.IOException undelivered) {
            throw new AssertionError(undelivered);
        }
    }

    private String fateOf(String messageId) {
        return eventually(
                () -> house.sql()
                        .sql("select fate || ' ' || thread from mail.incoming where message_id = :id")
                        .param("id", messageId)
                        .query(String.class)
                        .optional()
                        .orElse(null),
                "incoming " + messageId);
    }

    private static String freshId() {
        return "<" + UUID.randomUUID() + "@elsewhere.example.org>";
    }

    @Test
    void a_letter_leaves_with_its_message_id_the_true_date_and_as_written_by_a_machine() throws Exception {
        var message = arrivesOf(send(freshThread()));
        assertThat(message.getSubject()).isEqualTo("Disque plein à Lyon");
        assertThat(message.getContent().toString().strip()).isEqualTo("Déjà vu.");
        assertThat(header(message, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(message, "Reply-To")).isEqualTo("vigie@example.org");
        assertThat(message.getSentDate().toInstant()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void the_letters_of_a_thread_refer_to_those_before_and_the_first_to_none() {
        var thread = freshThread();
        var first = send(thread);
        var second = send(thread);
        var third = arrivesOf(send(thread));
        assertThat(header(arrivesOf(first), "In-Reply-To")).isEmpty();
        assertThat(header(third, "In-Reply-To")).isEqualTo(second);
        assertThat(header(third, "References").split("\\s+")).containsExactly(first, second);
    }

    @Test
    void a_letter_whose_sending_was_not_noted_goes_out_again_under_the_same_message_id_and_is_counted() {
        var id = send(freshThread());
        arrivesOf(id);
        eventually(() -> sent(id));
        house.sql()
                .sql("update mail.letter set sent = null, next_try = null where message_id = :id")
                .param("id", id)
                .update();
        eventually(() -> delivered(id).size() == 2);
        eventually(() -> sent(id));
        assertThat(house.sql()
                        .sql("select tries from mail.letter where message_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_letter_to_no_address_is_given_up_and_keeps_nobody_from_their_turn() {
        var lost = notifications.send(new Letter(List.of("not an address"), "x", "y", freshThread()));
        arrivesOf(send(freshThread()));
        eventually(() -> house.sql()
                .sql("select given_up is not null and trouble <> '' from mail.letter where message_id = :id")
                .param("id", lost)
                .query(Boolean.class)
                .single());
        assertThat(notifications.tray().givenUp()).isPositive();
    }

    @Test
    void pauses_between_tries_grow_to_three_hours() {
        assertThat(LettersLeave.pauseAfter(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(LettersLeave.pauseAfter(5)).isEqualTo(Duration.ofHours(1));
        assertThat(LettersLeave.pauseAfter(29)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void an_answer_is_filed_by_what_it_refers_to_and_an_answer_to_it_too() {
        var thread = freshThread();
        var ours = send(thread);
        var id = freshId();
        comes("Message-ID: %s\nFrom: luc@example.org\nSubject: anything\nIn-Reply-To: %s\n\nDone.".formatted(id, ours));
        assertThat(fateOf(id)).isEqualTo("FILED " + thread);
        var further = freshId();
        comes("Message-ID: %s\nFrom: maud@example.org\nReferences: %s\n\nThanks.".formatted(further, id));
        assertThat(fateOf(further)).isEqualTo("FILED " + thread);
    }

    @Test
    void an_answer_that_lost_its_headers_is_filed_by_the_tag_in_its_subject() {
        var number = 900_000_000_000L + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 99_999_999_999L);
        send("ticket:" + number);
        var id = freshId();
        comes("Message-ID: %s\nFrom: luc@example.org\nSubject: RE: [Vigie #%d] disk\n\nDone.".formatted(id, number));
        assertThat(fateOf(id)).isEqualTo("FILED ticket:" + number);
        var stranger = freshId();
        comes("Message-ID: %s\nFrom: luc@example.org\nSubject: [Vigie #999999999999999] disk\n\nx".formatted(stranger));
        assertThat(fateOf(stranger)).startsWith("STRAY");
    }

    @Test
    void an_automatic_answer_is_kept_and_does_nothing() {
        var ours = send(freshThread());
        var id = freshId();
        comes("Message-ID: %s\nFrom: away@example.org\nAuto-Submitted: auto-replied\nIn-Reply-To: %s\n\nAway."
                .formatted(id, ours));
        assertThat(fateOf(id)).startsWith("AUTOMATIC");
    }

    @Test
    void the_same_letter_twice_and_a_broken_one_do_not_stop_those_behind() {
        var thread = freshThread();
        var ours = send(thread);
        var id = freshId();
        var letter = "Message-ID: %s\nFrom: yves@example.org\nIn-Reply-To: %s\n\nDone.".formatted(id, ours);
        comes(letter);
        comes("Content-Type: multipart/mixed; boundary\nFrom: \"<<<\n\n--\u0000\n" + UUID.randomUUID());
        comes(letter);
        var last = freshId();
        comes("Message-ID: %s\nFrom: yves@example.org\nIn-Reply-To: %s\n\nDone again.".formatted(last, ours));
        assertThat(fateOf(last)).startsWith("FILED");
        assertThat(house.sql()
                        .sql("select count(*) from mail.incoming where thread = :thread")
                        .param("thread", thread)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void who_writes_more_than_twenty_letters_in_an_hour_is_kept_but_no_longer_heard() {
        var ours = send(freshThread());
        var sender = UUID.randomUUID() + "@example.org";
        String last = "";
        for (var i = 0; i < 21; i++) {
            last = freshId();
            comes("Message-ID: %s\nFrom: %s\nIn-Reply-To: %s\n\nbomb %d".formatted(last, sender, ours, i));
        }
        assertThat(fateOf(last)).startsWith("TOO_MANY");
    }

    private boolean sent(String id) {
        return house.sql()
                .sql("select sent is not null from mail.letter where message_id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
