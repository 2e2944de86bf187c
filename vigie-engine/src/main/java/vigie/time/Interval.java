package vigie.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stretch of time that includes its start and excludes its end, so that neighbours meet without overlapping. */
public record Interval(Instant start, Instant end) {
    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("interval %s..%s (expected: start before end)".formatted(start, end));
        }
    }

    /** Whether the moment lies inside; the end does not. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    /** The stretch that both share; empty where they only touch. */
    public Optional<Interval> overlap(Interval other) {
        var from = start.isAfter(other.start) ? start : other.start;
        var to = end.isBefore(other.end) ? end : other.end;
        return from.isBefore(to) ? Optional.of(new Interval(from, to)) : Optional.empty();
    }

    /** How long it lasts; always positive. */
    public Duration length() {
        return Duration.between(start, end);
    }
}
