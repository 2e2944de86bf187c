package vigie.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters cut, doubled, mixed and turned over: whatever the bytes are, something is read and a column can hold it. */
class ReaderFuzzTest {
    private static final List<String> LETTERS = List.of("""
            Message-ID: <1@example.org>
            From: Odile <odile@example.org>
            Subject: =?utf-8?B?RGlzcXVlIHBsZWlu?= =?iso-8859-1?Q?=E9?=
            In-Reply-To: <2@example.org>
            References: <2@example.org> <3@example.org>
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            D=C3=A9j=C3=A0 vu.

            Le 19 mars 2013 =C3=A0 10:00, Ada a =C3=A9crit :
            > Le disque est plein.
            """, """
            From: luc@example.org
            Content-Type: multipart/mixed; boundary="m"

            --m
            Content-Type: multipart/alternative; boundary="a"

            --a
            Content-Type: text/plain; charset=windows-1252

            plain
            --a
            Content-Type: text/html; charset=utf-7

            <p>page<blockquote>old</blockquote>
            --a--
            --m
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="a.bin"
            Content-Transfer-Encoding: base64

            AAECAwQFBgcICQ==
            --m--
            """, """
            From: "Salma, of the site" <salma@example.org>,, <<>>
            To: vigie+ticket-12-0123456789abcdef0123@example.org
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Action: failed
            --b
            Content-Type: message/rfc822

            Subject: inside

            inside
            --b--
            """);
    private static final List<String> PIECES = List.of(
            "\r\n--m\r\n",
            "--a--",
            "Content-Type: multipart/mixed; boundary=m\r\n",
            "=?utf-8?Q?=",
            "\u0000",
            "Content-Transfer-Encoding: base64\r\n",
            "<blockquote><blockquote>",
            "> > > ",
            "Content-Type: text/plain; charset=nothing-known\r\n",
            "\uD83D",
            "<".repeat(300),
            "a".repeat(3000),
            "On Monday wrote:\n".repeat(50));
    private static final int TURNS = 600;

    @ParameterizedTest
    @ValueSource(longs = {1, 20130319, 424242, 7_777_777})
    void whatever_the_bytes_are_something_is_read(long seed) {
        var chance = new Random(seed);
        for (var turn = 0; turn < TURNS; turn++) {
            var raw = LETTERS.get(chance.nextInt(LETTERS.size()))
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            for (var times = 1 + chance.nextInt(6); times > 0; times--) {
                raw = changed(raw, chance);
            }
            var read = Reader.read(raw);
            var told = "seed " + seed + ", turn " + turn;
            assertThat(read.messageId()).as(told).startsWith("<").endsWith(">");
            for (var text : List.of(read.text(), read.subject(), read.from(), read.messageId())) {
                assertThat(text.indexOf('\0')).as(told).isNegative();
                assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .as(told)
                        .isEqualTo(text);
            }
            assertThat(read.text().length()).as(told).isLessThanOrEqualTo(200_000);
            assertThat(read.answers().size()).as(told).isLessThanOrEqualTo(50);
        }
    }

    private static byte[] changed(byte[] raw, Random chance) {
        var out = new ByteArrayOutputStream();
        var at = chance.nextInt(raw.length + 1);
        var to = Math.min(raw.length, at + chance.nextInt(40));
        out.write(raw, 0, at);
        switch (chance.nextInt(5)) {
            case 0 -> out.write(raw, to, raw.length - to);
            case 1 -> {
                out.write(raw, at, to - at);
                out.write(raw, at, raw.length - at);
            }
            case 2 -> {
                out.writeBytes(PIECES.get(chance.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                out.write(raw, at, raw.length - at);
            }
            case 3 -> {
                for (var i = at; i < to; i++) {
                    out.write(chance.nextInt(256));
                }
                out.write(raw, to, raw.length - to);
            }
            default -> out.writeBytes(new byte[] {'\r', '\n'});
        }
        return out.toByteArray();
    }
}
