package vigie.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How a length of time came about, so that a page can show the sum: from the first moment to the second, less the
 * stretches not counted, in order. What was counted and what was not make the elapsed time, to the second.
 */
public record Why(Reckoning reckoning, Instant from, Instant to, Duration counted, List<NotCounted> notCounted) {
    public Why {
        notCounted = List.copyOf(notCounted);
    }

    /** Why a stretch was left out. */
    public enum Reason {
        WEEKEND,
        HOLIDAY,
        OUTSIDE_OFFICE_HOURS;

        /** A holiday that falls on a weekend is a holiday: it has a name. */
        static Reason of(WorkingCalendar calendar, LocalDate date) {
            if (calendar.isWorkingDay(date)) {
                return OUTSIDE_OFFICE_HOURS;
            }
            return calendar.holidayName(date).isPresent() ? HOLIDAY : WEEKEND;
        }
    }

    /**
     * One stretch left out; days in a row with the same reason are one.
     *
     * @param name the holiday's name as its rule gives it, else empty
     */
    public record NotCounted(Interval when, Reason reason, String name) {
        void addTo(List<NotCounted> list) {
            var previous = list.isEmpty() ? null : list.getLast();
            if (previous != null
                    && previous.reason == reason
                    && previous.name.equals(name)
                    && previous.when.end().equals(when.start())) {
                list.set(
                        list.size() - 1, new NotCounted(new Interval(previous.when.start(), when.end()), reason, name));
            } else {
                list.add(this);
            }
        }
    }

    /** The sum of what was left out. */
    public Duration subtracted() {
        return notCounted.stream().map(part -> part.when().length()).reduce(Duration.ZERO, Duration::plus);
    }
}
