package vigie.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A set of moments, as stretches in order that neither overlap nor touch: two are equal when they hold the same moments. */
public record Intervals(List<Interval> parts) {
    public static final Intervals NONE = new Intervals(List.of());

    public Intervals {
        parts = merged(parts);
    }

    public static Intervals of(Interval... parts) {
        return new Intervals(List.of(parts));
    }

    /** The moments of either. */
    public Intervals union(Intervals other) {
        return new Intervals(Stream.concat(parts.stream(), other.parts.stream()).toList());
    }

    /** The moments of both. */
    public Intervals overlap(Intervals other) {
        return new Intervals(parts.stream()
                .flatMap(mine -> other.parts.stream().flatMap(theirs -> mine.overlap(theirs).stream()))
                .toList());
    }

    /** The moments of this that are not of the other. */
    public Intervals minus(Intervals other) {
        List<Interval> left = parts;
        for (var cut : other.parts) {
            left = left.stream().flatMap(part -> around(part, cut)).toList();
        }
        return new Intervals(left);
    }

    public boolean contains(Instant moment) {
        return parts.stream().anyMatch(part -> part.contains(moment));
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** How long all of it lasts; no moment counts twice. */
    public Duration total() {
        return parts.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<Interval> around(Interval part, Interval cut) {
        if (part.overlap(cut).isEmpty()) {
            return Stream.of(part);
        }
        var left = new ArrayList<Interval>(2);
        if (part.start().isBefore(cut.start())) {
            left.add(new Interval(part.start(), cut.start()));
        }
        if (cut.end().isBefore(part.end())) {
            left.add(new Interval(cut.end(), part.end()));
        }
        return left.stream();
    }

    private static List<Interval> merged(Collection<Interval> parts) {
        var merged = new ArrayList<Interval>();
        for (var part :
                parts.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
            if (merged.isEmpty() || part.start().isAfter(merged.getLast().end())) {
                merged.add(part);
            } else if (part.end().isAfter(merged.getLast().end())) {
                merged.set(merged.size() - 1, new Interval(merged.getLast().start(), part.end()));
            }
        }
        return List.copyOf(merged);
    }
}
