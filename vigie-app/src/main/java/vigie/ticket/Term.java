package vigie.ticket;

import java.time.Duration;
import java.time.Instant;
import vigie.time.Reckoning;
import vigie.time.Why;
import vigie.time.WorkingCalendar;

/**
 * How long something may take, and by which reckoning: what a deadline is stored with, so that a page can say why it is
 * that date. Written as {@code 3 WORKING_DAYS FR escalation.std}.
 *
 * @param amount how many of the unit, 0 or more
 * @param country whose days off do not count, as {@link WorkingCalendar#ofCountry} knows it
 * @param rule the setting or the table it comes from
 */
public record Term(int amount, Unit unit, String country, String rule) {
    /** What is counted. */
    public enum Unit {
        /** Days that are worked; the deadline is at the same time of day. */
        WORKING_DAYS,
        /** Office hours of such days, 8 to the day. */
        WORKING_HOURS,
        /** Days as they come. */
        DAYS
    }

    private static final Duration OFFICE_DAY = Duration.ofHours(8);

    public Term {
        if (amount < 0) {
            throw new IllegalArgumentException("term of %d %s (expected: 0 or more)".formatted(amount, unit));
        }
    }

    /** When it is over, begun then. */
    public Instant after(Instant from) {
        return switch (unit) {
            case WORKING_DAYS -> calendar().plusWorkingDays(from, amount);
            case WORKING_HOURS -> Reckoning.OFFICE_HOURS.after(from, Duration.ofHours(amount), calendar());
            case DAYS -> Reckoning.ELAPSED.after(from, Duration.ofDays(amount), calendar());
        };
    }

    /** When so many hundredths of it are over, reckoned in office hours. */
    public Instant partAfter(Instant from, int hundredths) {
        var whole = unit == Unit.WORKING_HOURS ? Duration.ofHours(amount) : OFFICE_DAY.multipliedBy(amount);
        return Reckoning.OFFICE_HOURS.after(from, whole.multipliedBy(hundredths).dividedBy(100), calendar());
    }

    /** The sum behind a deadline that began then: what was counted and what was left out. */
    public Why why(Instant from, Instant due) {
        var reckoning = unit == Unit.WORKING_HOURS
                ? Reckoning.OFFICE_HOURS
                : unit == Unit.DAYS ? Reckoning.ELAPSED : Reckoning.ELAPSED_WITHOUT_DAYS_OFF;
        return reckoning.why(from, due, calendar());
    }

    public WorkingCalendar calendar() {
        return WorkingCalendar.ofCountry(country);
    }

    /** As it is stored. */
    public String text() {
        return "%d %s %s %s".formatted(amount, unit, country, rule);
    }

    /** What {@link #text} wrote; a bare number is working days of France, as the first tickets have it. */
    static Term parse(String text) {
        var words = text.split(" ", 4);
        return words.length == 4
                ? new Term(Integer.parseInt(words[0]), Unit.valueOf(words[1]), words[2], words[3])
                : new Term(text.isBlank() ? 0 : Integer.parseInt(words[0]), Unit.WORKING_DAYS, "FR", "helpdesk.qos");
    }
}
