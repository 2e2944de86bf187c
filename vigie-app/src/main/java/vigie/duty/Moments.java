package vigie.duty;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import vigie.page.Frame;
import vigie.words.Refusal;

/** Moments as a form writes them, in the reader's zone. */
final class Moments {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Moments() {}

    static Instant read(Frame frame, String field, String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(frame.words().zone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Refusal.unreadable(field, "duty.no-moment", typed);
        }
    }

    static String write(Frame frame, Instant moment) {
        return FORM.format(moment.atZone(frame.words().zone()));
    }
}
