package vigie.meeting;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.page.Frames;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Words;

/** The meetings as a calendar (RFC 5545), to be subscribed to with a token or saved from the page. */
@RestController
class MeetingCalendar {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;
    private final Meetings meetings;
    private final Clock clock;
    private final Duration lasts;
    private final String url;

    MeetingCalendar(
            Meetings meetings,
            Clock clock,
            @Value("${vigie.meeting.lasts:PT2H}") Duration lasts,
            @Value("${vigie.url:http://localhost:8080}") String url) {
        this.meetings = meetings;
        this.clock = clock;
        this.lasts = lasts;
        this.url = url;
    }

    @May(Right.READ)
    @GetMapping({"/meetings.ics", "/api/v1/meetings.ics"})
    ResponseEntity<byte[]> calendar(HttpServletRequest request) {
        var text = of(Frames.words(request), clock.instant());
        return ResponseEntity.ok().contentType(CALENDAR).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String of(Words words, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Vigie//Meetings//EN");
        for (var meeting : meetings.all()) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:meeting-" + meeting.id() + "@vigie");
            line(text, "DTSTAMP:" + UTC.format(now));
            line(text, "DTSTART:" + UTC.format(meeting.begins()));
            line(text, "DTEND:" + UTC.format(meeting.begins().plus(lasts)));
            line(text, "SUMMARY:" + escaped(meeting.title(words)));
            line(text, "URL:" + url + "/meetings/" + meeting.id());
            if (!meeting.link().isEmpty()) {
                line(text, "LOCATION:" + escaped(meeting.link()));
            }
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** A line of at most 75 octets; what is longer goes on after a space on the next, and no sign is cut in two. */
    static void line(StringBuilder text, String line) {
        var octets = 0;
        for (var sign : line.codePoints().toArray()) {
            var one = Character.toString(sign);
            var size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
        }
        text.append("\r\n");
    }
}
