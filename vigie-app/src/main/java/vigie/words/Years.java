package vigie.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The years for which somebody may plan something: 1970 to 2199. A year such as 99999 is a slip of the hand. */
public final class Years {
    private static final int FIRST = 1970;
    private static final int LAST = 2199;

    private Years() {}

    /** The moment, or a refusal of this field. */
    public static Instant within(String field, Instant moment) {
        if (moment.isBefore(Instant.EPOCH)
                || !moment.isBefore(LocalDate.of(LAST + 1, 1, 1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())) {
            throw Refusal.unreadable(field, "page.wrong-year", moment.toString());
        }
        return moment;
    }

    /** The day, or a refusal of this field. */
    public static LocalDate within(String field, LocalDate day) {
        if (day.getYear() < FIRST || day.getYear() > LAST) {
            throw Refusal.unreadable(field, "page.wrong-year", day.toString());
        }
        return day;
    }
}
