package vigie.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final Instant NOW = Instant.parse("2013-03-19T08:00:00Z");

    private static Reading read(String raw, String otherwise) {
        return Reading.of(
                raw.getBytes(StandardCharsets.ISO_8859_1),
                otherwise.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(otherwise)),
                NOW);
    }

    private static ListMail mail(String raw) {
        return Objects.requireNonNull(read(raw, "").mail());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            maud@EXAMPLE.org                              | maud@example.org | ''
            Maud Teissier <maud@example.org>              | maud@example.org | Maud Teissier
            =?utf-8?q?G=C3=A9rard_Kermadec?= <g@example.org> | g@example.org | Gérard Kermadec
            maud at example.org (Maud Teissier)           | maud@example.org | Maud Teissier
            Maud without an address                       | ''               | Maud without an address
            """)
    void the_sender_is_read_as_programmes_and_archives_write_it(String from, String address, String name) {
        var mail = mail("From: %s\nDate: Tue, 12 Mar 2013 09:11:10 +0100\nSubject: x\n\ny".formatted(from));
        assertThat(mail.sender()).isEqualTo(address);
        assertThat(mail.senderName()).isEqualTo(name);
        assertThat(mail.at()).isEqualTo(Instant.parse("2013-03-12T08:11:10Z"));
    }

    @Test
    void what_a_list_sends_in_bulk_is_not_therefore_written_by_a_machine() {
        var head = "From: maud@example.org\nDate: Tue, 12 Mar 2013 09:11:10 +0100\n";
        assertThat(mail(head + "Precedence: bulk\nList-Id: <ops.example.org>\n\nHelp!")
                        .automatic())
                .isFalse();
        assertThat(mail(head + "Auto-Submitted: auto-replied\n\nAway.").automatic())
                .isTrue();
    }

    @Test
    void a_mail_without_a_date_takes_the_one_of_its_archive_and_is_refused_where_that_is_silent() {
        var raw = "From: maud@example.org\nSubject: x\nDate: some day\n\ny";
        assertThat(Objects.requireNonNull(read(raw, "2013-03-01T00:00:00Z").mail())
                        .at())
                .isEqualTo(Instant.parse("2013-03-01T00:00:00Z"));
        assertThat(read(raw, "").unread()).isEqualTo(Unread.NO_DATE);
    }

    @Test
    void a_mail_from_the_future_is_refused() {
        assertThat(read("From: a@example.org\nDate: Tue, 12 Mar 2030 09:11:10 +0100\n\ny", "")
                        .unread())
                .isEqualTo(Unread.NO_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\nonly words", "X-Header: nothing of a mail\n\nx"})
    void what_has_no_sender_subject_or_message_id_is_no_mail(String raw) {
        assertThat(read(raw, "2013-03-01T00:00:00Z").unread()).isEqualTo(Unread.NO_MAIL);
    }

    @Test
    void broken_mime_unknown_charsets_and_control_characters_are_read_as_well_as_they_can_be() {
        var mail = mail("""
                From: "Luc <<luc@example.org>
                Date: Tue, 12 Mar 2013 09:11:10 +0100
                Message-ID: <a\u0000b@example.org>
                Subject: =?no-such-charset?q?caf=E9?= caf\u00e9
                Content-Type: text/plain; charset=no-such-charset
                References: <one@example.org> <broken\u0001@example.org> <two@example.org>

                caf\u00e9\u0000!
                """);
        assertThat(mail.text()).isEqualTo("café!");
        assertThat(mail.references()).containsExactlyInAnyOrder("<one@example.org>", "<two@example.org>");
        assertThat(mail.messageId()).doesNotContain("\u0000");
    }
}
