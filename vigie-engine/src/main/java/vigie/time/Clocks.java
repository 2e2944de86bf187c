package vigie.time;

import java.time.Duration;
import java.time.Instant;

/** The three clocks of one calendar, by name; see {@link Reckoning} for what each counts and for their laws. */
public record Clocks(WorkingCalendar calendar) {

    /** Every second. */
    public Duration elapsed(Instant from, Instant to) {
        return Reckoning.ELAPSED.between(from, to, calendar);
    }

    /** Every second of working days, by day and by night. */
    public Duration elapsedWithoutDaysOff(Instant from, Instant to) {
        return Reckoning.ELAPSED_WITHOUT_DAYS_OFF.between(from, to, calendar);
    }

    /** Office hours of working days. */
    public Duration officeHours(Instant from, Instant to) {
        return Reckoning.OFFICE_HOURS.between(from, to, calendar);
    }

    public Instant afterElapsed(Instant from, Duration length) {
        return Reckoning.ELAPSED.after(from, length, calendar);
    }

    public Instant afterElapsedWithoutDaysOff(Instant from, Duration length) {
        return Reckoning.ELAPSED_WITHOUT_DAYS_OFF.after(from, length, calendar);
    }

    public Instant afterOfficeHours(Instant from, Duration length) {
        return Reckoning.OFFICE_HOURS.after(from, length, calendar);
    }
}
