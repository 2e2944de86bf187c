package vigie.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The three clocks by which operations count time, each deadline by exactly one of them. They are never mixed: 24 hours
 * of the second are one whole working day, 24 hours of the third are three.
 *
 * <p>Laws, for every calendar: {@code between} is never negative and adds up over consecutive spans; {@code between(from,
 * after(from, length))} is {@code length}, and no earlier moment reaches it.
 */
public enum Reckoning {
    /** Every second counts: recomputation deadlines, incident reports, log retention. */
    ELAPSED {
        @Override
        Optional<Interval> counted(WorkingCalendar calendar, LocalDate date) {
            return Optional.of(calendar.wholeDay(date));
        }
    },

    /** Every second counts but those of weekends and holidays: the age of an alarm or a problem. */
    ELAPSED_WITHOUT_DAYS_OFF {
        @Override
        Optional<Interval> counted(WorkingCalendar calendar, LocalDate date) {
            return Optional.of(date).filter(calendar::isWorkingDay).map(calendar::wholeDay);
        }
    },

    /** Only the office hours of working days count: the response time of a support unit. */
    OFFICE_HOURS {
        @Override
        Optional<Interval> counted(WorkingCalendar calendar, LocalDate date) {
            return Optional.of(date).filter(calendar::isWorkingDay).map(calendar::officeDay);
        }
    };

    /** The part of the day that this clock counts. */
    abstract Optional<Interval> counted(WorkingCalendar calendar, LocalDate date);

    /** How much time this clock counted; zero when the end is not after the start. */
    public Duration between(Instant from, Instant to, WorkingCalendar calendar) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        if (this == ELAPSED) {
            return Duration.between(from, to);
        }
        var span = new Interval(from, to);
        var total = Duration.ZERO;
        var last = calendar.dateOf(to);
        for (var date = calendar.dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            total = total.plus(counted(calendar, date)
                    .flatMap(span::overlap)
                    .map(Interval::length)
                    .orElse(Duration.ZERO));
        }
        return total;
    }

    /** The first moment at which this clock has counted the length; the start itself for a length of zero. */
    public Instant after(Instant from, Duration length, WorkingCalendar calendar) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("length %s (expected: zero or more)".formatted(length));
        }
        if (this == ELAPSED || length.isZero()) {
            return from.plus(length);
        }
        var left = length;
        var date = calendar.dateOf(from);
        while (true) {
            var counted = counted(calendar, date).filter(part -> part.end().isAfter(from));
            if (counted.isPresent()) {
                var start = later(from, counted.get().start());
                var here = Duration.between(start, counted.get().end());
                if (left.compareTo(here) <= 0) {
                    return start.plus(left);
                }
                left = left.minus(here);
            }
            date = calendar.nextWorkingDay(date);
        }
    }

    /** The same sum as {@link #between}, with each stretch that was not counted and the reason. */
    public Why why(Instant from, Instant to, WorkingCalendar calendar) {
        var left = new ArrayList<Why.NotCounted>();
        if (from.isBefore(to)) {
            var span = new Interval(from, to);
            var last = calendar.dateOf(to);
            for (var date = calendar.dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
                notCounted(span, date, calendar, left);
            }
        }
        return new Why(this, from, to, between(from, to, calendar), left);
    }

    private void notCounted(Interval span, LocalDate date, WorkingCalendar calendar, List<Why.NotCounted> left) {
        var counted = counted(calendar, date).map(Intervals::of).orElse(Intervals.NONE);
        var reason = Why.Reason.of(calendar, date);
        var name = calendar.isWorkingDay(date) ? "" : calendar.holidayName(date).orElse("");
        Intervals.of(calendar.wholeDay(date)).overlap(Intervals.of(span)).minus(counted).parts().stream()
                .map(part -> new Why.NotCounted(part, reason, name))
                .forEach(part -> part.addTo(left));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
