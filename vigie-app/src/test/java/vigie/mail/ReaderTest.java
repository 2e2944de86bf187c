package vigie.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    private static Received read(String raw) {
        return Reader.read(raw.strip().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Auto-Submitted: auto-replied                 | yes
            Auto-Submitted: auto-generated; owner=x      | yes
            Auto-Submitted: no                           | no
            Auto-Submitted: No                           | no
            Precedence: bulk                             | yes
            Precedence: junk                             | yes
            Precedence: auto_reply                       | yes
            Precedence: list                             | no
            Return-Path: <>                              | yes
            Return-Path: <luc@example.org>               | no
            X-Autoreply: yes                             | yes
            X-Autorespond: vacation                      | yes
            Content-Type: multipart/report; boundary=b   | yes
            X-Nothing: at all                            | no
            """)
    void what_a_machine_wrote_is_told_by_its_headers(String header, String automatic) {
        var letter = read("Message-ID: <a@b>\nFrom: luc@example.org\n" + header + "\n\nI am away.");
        assertThat(letter.automatic()).isEqualTo(automatic.equals("yes"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            In-Reply-To: <1@v>                        | <1@v>
            References: <1@v> <2@v>                   | <2@v> <1@v>
            In-Reply-To: <3@v>;References: <1@v> <2@v>| <3@v> <2@v> <1@v>
            In-Reply-To: "your mail" of today <3@v>   | <3@v>
            References: broken <1@v                   | ''
            X-Nothing: <9@v>                          | ''
            """)
    void what_a_letter_answers_is_read_nearest_first(String headers, String ids) {
        var letter = read("From: luc@example.org\n" + headers.replace(";", "\n") + "\n\nHello");
        assertThat(String.join(" ", letter.answers())).isEqualTo(ids);
    }

    @Test
    void of_two_ways_to_say_it_the_plain_one_is_read_and_attachments_are_not() {
        var letter = read("""
                Message-ID: <a@b>
                From: "Maud Dupré" <Maud@Example.org>
                Subject: =?UTF-8?Q?R=C3=A9=3A_disque?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="m"

                --m
                Content-Type: multipart/alternative; boundary="a"

                --a
                Content-Type: text/html; charset=utf-8

                <p>As a page</p>
                --a
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                R=E9par=E9.
                --a--
                --m
                Content-Type: text/plain
                Content-Disposition: attachment; filename="log.txt"

                thousand lines
                --m--
                """);
        assertThat(letter.from()).isEqualTo("maud@example.org");
        assertThat(letter.subject()).isEqualTo("Ré: disque");
        assertThat(letter.text()).isEqualTo("Réparé.");
    }

    @Test
    void a_page_is_read_as_text_without_what_it_quotes() {
        var letter = read("""
                From: luc@example.org
                Content-Type: text/html; charset=utf-8

                <html><head><style>p {}</style></head><body><p>Fixed &amp; tested.</p><div>Luc<br>LPC</div>
                <script>alert(1)</script><blockquote>On Monday you wrote</blockquote></body></html>
                """);
        assertThat(letter.text()).isEqualTo("Fixed & tested.\nLuc\nLPC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Done.\\n\\nLe 19 mars 2013 à 09:00, Vigie a écrit :\\n> the disk\\n> is full        | Done.
            Done.\\n\\nOn 19 March 2013 Vigie <v@example.org> wrote:\\n\\n> the disk             | Done.
            Done.\\n\\nOn Tue, 19 March 2013 at 09:00, Vigie <v@example.org>\\nwrote:\\n> the disk| Done.
            Done.\\n-----Original Message-----\\nFrom: Vigie\\nthe disk                         | Done.
            Done.\\n-- \\nLuc, LPC                                                           | Done.
            > the disk\\nReplaced it.\\n> and the rest\\nIgnored.                             | Replaced it.\\nIgnored.
            > only what was quoted                                                           | > only what was quoted
            On Monday he wrote:\\nnothing at all                                              | On Monday he wrote:\\nnothing at all
            """)
    void what_is_quoted_is_cut(String text, String left) {
        assertThat(Quotes.cut(text.replace("\\n", "\n"))).isEqualTo(left.replace("\\n", "\n"));
    }

    @Test
    void a_text_that_names_no_character_set_is_utf_8_where_it_can_be_and_else_latin_1() {
        assertThat(read("From: luc@example.org\n\nDéjà vu.").text()).isEqualTo("Déjà vu.");
        assertThat(read("From: luc@example.org\nContent-Type: text/plain; charset=us-ascii\n\nDéjà vu.")
                        .text())
                .isEqualTo("Déjà vu.");
        var latin = "From: luc@example.org\r\n\r\nDéjà vu.".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Reader.read(latin).text()).isEqualTo("Déjà vu.");
    }

    @Test
    void a_letter_without_message_id_has_the_same_one_each_time_it_is_read() {
        assertThat(read("From: a@b.org\n\nx").messageId())
                .isEqualTo(read("From: a@b.org\n\nx").messageId());
        assertThat(read("From: a@b.org\n\nx").messageId())
                .isNotEqualTo(read("From: a@b.org\n\ny").messageId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type: multipart/mixed                                   | no boundary
            Content-Type: multipart/mixed; boundary=x                       | boundary never comes
            Content-Type: text/plain; charset=no-such-set                   | unknown set
            Content-Type: this is / no type ;;;                             | odd type
            Content-Transfer-Encoding: no-such-encoding                     | odd encoding
            From: <<<>>>, @@, "                                             | odd sender
            Subject: =?utf-8?B?%%%?= =?x?y?z                                | odd subject
            """)
    void a_letter_that_breaks_the_rules_is_read_all_the_same(String header, String text) {
        assertThat(read("Message-ID: <a@b>\n" + header + "\n\n" + text).text()).contains(text);
    }

    @Test
    void whatever_the_bytes_are_something_is_read_that_can_be_kept() {
        var start = """
                Message-ID: <a@b>\r
                From: Luc <luc@example.org>\r
                Subject: =?UTF-8?B?w6k=?=\r
                Content-Type: multipart/mixed; boundary="m"\r
                \r
                --m\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: base64\r
                \r
                w6nDqcOp\r
                --m\r
                Content-Type: message/rfc822\r
                \r
                Subject: inner\r
                \r
                text\r
                --m--\r
                """.getBytes(StandardCharsets.UTF_8);
        var chance = new Random(20130319);
        for (var turn = 0; turn < 3000; turn++) {
            var bytes = start.clone();
            for (var hit = chance.nextInt(1, 30); hit > 0; hit--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            }
            var letter = Reader.read(bytes);
            assertThat(letter.messageId()).isNotBlank();
            assertThat(letter.text() + letter.subject() + letter.from()).doesNotContain("\u0000");
        }
    }

    @Test
    void what_is_nested_a_thousand_deep_ends() {
        var raw = new StringBuilder("From: luc@example.org\n");
        for (var depth = 0; depth < 1000; depth++) {
            raw.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\n\n--b")
                    .append(depth)
                    .append('\n');
        }
        assertThat(read(raw + "\nend").from()).isEqualTo("luc@example.org");
    }
}
