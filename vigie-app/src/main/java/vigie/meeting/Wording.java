package vigie.meeting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vigie.words.Refusal;
import vigie.words.Years;

/** What was typed into the forms of this room, read or refused. */
final class Wording {
    private Wording() {}

    /** The text without space around it; one that is too long is refused and never cut. */
    static String within(String field, String text, int longest) {
        var stripped = text.strip();
        if (stripped.length() > longest) {
            throw Refusal.unreadable(field, "meeting.wrong.long", stripped.length(), longest);
        }
        return stripped;
    }

    /** As {@link #within}, but it must say something. */
    static String some(String field, String text, int longest) {
        var stripped = within(field, text, longest);
        if (stripped.isEmpty()) {
            throw Refusal.unreadable(field, "meeting.wrong.empty");
        }
        return stripped;
    }

    /** A moment as a field of a form writes it, such as {@code 2013-04-23T14:00}. */
    static Instant moment(String field, String text, ZoneId zone) {
        try {
            return Years.within(
                    field, LocalDateTime.parse(text.strip()).atZone(zone).toInstant());
        } catch (DateTimeException wrong) {
            throw Refusal.unreadable(field, "meeting.wrong.moment", text);
        }
    }

    /** A day as a field of a form writes it, such as {@code 2013-04-23}; null for none. */
    static @Nullable LocalDate day(String field, String text) {
        try {
            return text.isBlank() ? null : Years.within(field, LocalDate.parse(text.strip()));
        } catch (DateTimeException wrong) {
            throw Refusal.unreadable(field, "meeting.wrong.day", text);
        }
    }
}
