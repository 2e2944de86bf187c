package vigie.time;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** One month of the reports, from midnight to midnight UTC; written {@code 2013-03}. */
public record Month(YearMonth value) implements Comparable<Month> {

    public static Month of(int year, int month) {
        return new Month(YearMonth.of(year, month));
    }

    /** The month in which the moment lies, in UTC. */
    public static Month of(Instant moment) {
        return new Month(YearMonth.from(moment.atOffset(ZoneOffset.UTC)));
    }

    public static Month parse(String text) {
        try {
            return new Month(YearMonth.parse(text));
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("month '%s' (expected: such as 2013-03)".formatted(text), wrong);
        }
    }

    public Interval interval() {
        return new Interval(start(value), start(value.plusMonths(1)));
    }

    public Month next() {
        return new Month(value.plusMonths(1));
    }

    public Month previous() {
        return new Month(value.minusMonths(1));
    }

    @Override
    public int compareTo(Month other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
