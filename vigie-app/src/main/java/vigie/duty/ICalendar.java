package vigie.duty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A calendar as RFC 5545 writes it: lines end in CRLF and are folded at 75 octets, never inside a character. */
final class ICalendar {
    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    ICalendar(String name) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Vigie//Duty//EN");
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
        line("NAME", escaped(name));
        line("X-WR-CALNAME", escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        line("X-PUBLISHED-TTL", "PT1H");
    }

    /** Adds a turn. It does not make its person look busy. */
    void add(Turn turn, String summary, String host, Instant stamp) {
        line("BEGIN", "VEVENT");
        line("UID", "duty-turn-" + turn.id() + "@" + host);
        line("DTSTAMP", MOMENT.format(stamp));
        line("DTSTART", MOMENT.format(turn.during().start()));
        line("DTEND", MOMENT.format(turn.during().end()));
        line("SEQUENCE", Integer.toString(turn.sequence()));
        line("STATUS", turn.gone() ? "CANCELLED" : "CONFIRMED");
        line("TRANSP", "TRANSPARENT");
        line("SUMMARY", escaped(summary));
        line("END", "VEVENT");
    }

    /** The whole. */
    String text() {
        return text + "END:VCALENDAR\r\n";
    }

    private void line(String name, String value) {
        var whole = name + ":" + value;
        var octets = 0;
        for (var i = 0; i < whole.length(); ) {
            var character = whole.codePointAt(i);
            var size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }
}
