package vigie.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.words.Refusal;

class MboxTest {
    private static List<Mbox.Piece> pieces(String file, int largest) throws IOException {
        var mbox = new Mbox(new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)), largest);
        var all = new ArrayList<Mbox.Piece>();
        for (var next = mbox.next(); next.isPresent(); next = mbox.next()) {
            all.add(next.get());
        }
        return all;
    }

    private static String text(Mbox.Piece piece) {
        return new String(piece.raw(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void mails_are_told_apart_by_their_first_lines_and_know_where_they_stood() throws IOException {
        var file = "From maud@example.org Tue Mar 12 09:11:10 2013\nSubject: one\n\nFirst.\n\n"
                + "From luc at example.org  Tue Mar 12 15:40:00 2013\nSubject: two\n\nSecond.\n";
        var all = pieces(file, 1000);
        assertThat(all).extracting(Mbox.Piece::position).containsExactly(1, 2);
        assertThat(all.get(0).written()).contains(Instant.parse("2013-03-12T09:11:10Z"));
        assertThat(text(all.get(1))).isEqualTo("Subject: two\n\nSecond.\n");
        assertThat(file.substring((int) all.get(1).from())).startsWith("Subject: two");
        assertThat(all).noneMatch(Mbox.Piece::isCut);
    }

    @Test
    void a_sentence_that_begins_with_From_begins_no_mail_and_an_escaped_one_is_given_back() throws IOException {
        var all = pieces("""
                From maud@example.org Tue Mar 12 09:11:10 2013
                Subject: one

                From here on it fails.

                From the logs of 2013 nothing is seen.

                >From luc@example.org Tue Mar 12 15:40:00 2013
                >>From twice
                """, 1000);
        assertThat(all).hasSize(1);
        assertThat(text(all.getFirst()))
                .contains("\nFrom luc@example.org Tue Mar 12 15:40:00 2013\n>From twice\n")
                .contains("From here on");
    }

    @Test
    void of_a_mail_that_is_too_large_the_beginning_is_kept_and_the_next_one_is_read_all_the_same() throws IOException {
        var all = pieces(
                "From a Tue Mar 12 09:11:10 2013\n\n" + "x".repeat(50_000)
                        + "\n\nFrom b Wed Mar 13 09:11:10 2013\nSubject: small\n\ny\n",
                20_000);
        assertThat(all).extracting(Mbox.Piece::isCut).containsExactly(true, false);
        assertThat(all.getFirst().raw()).hasSize(20_000);
        assertThat(all.getFirst().bytes()).isEqualTo(50_003);
        assertThat(text(all.get(1))).isEqualTo("Subject: small\n\ny\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From maud@example.org Tue Mar  5 09:11:10 2013\n",
                "From maud@example.org Tue Mar  5 09:11:10 +0100 2013\n",
                "From maud@example.org  Tue Mar  5 09:11:10 CET 2013\n"
            })
    void the_time_before_a_mail_is_read_as_programmes_write_it(String begin) throws IOException {
        assertThat(pieces(begin + "Subject: x\n\ny\n", 1000).getFirst().written())
                .contains(Instant.parse("2013-03-05T09:11:10Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "PK\u0003\u0004 no mbox at all", "Subject: a mail by itself\n\nbody\n"})
    void a_file_that_is_no_mbox_is_refused_and_told_what_was_expected(String file) {
        assertThatThrownBy(() -> pieces(file, 1000))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("expected: an mbox");
    }
}
