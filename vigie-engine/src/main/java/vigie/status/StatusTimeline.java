package vigie.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import vigie.time.Interval;

/**
 * Exactly one status at every moment of a span. Only real changes are kept, so two timelines are equal when they say
 * the same of every moment.
 */
public record StatusTimeline(Interval span, NavigableMap<Instant, Status> changes) {
    public StatusTimeline {
        if (changes.isEmpty() || !changes.firstKey().equals(span.start()) || !span.contains(changes.lastKey())) {
            throw new IllegalArgumentException("changes at %s (expected: the first at %s, all before %s)"
                    .formatted(changes.keySet(), span.start(), span.end()));
        }
        changes = Collections.unmodifiableNavigableMap(withoutRepeats(changes));
    }

    /** One status from end to end. */
    public static StatusTimeline of(Interval span, Status status) {
        return new StatusTimeline(span, new TreeMap<>(Map.of(span.start(), status)));
    }

    /** The same, but from the moment on, until the next change known, this status held. */
    public StatusTimeline with(Instant at, Status status) {
        if (!span.contains(at)) {
            throw new IllegalArgumentException(
                    "change at %s (expected: from %s, before %s)".formatted(at, span.start(), span.end()));
        }
        var more = new TreeMap<>(changes);
        more.put(at, status);
        return new StatusTimeline(span, more);
    }

    /** What held at the moment, which must lie in the span. */
    public Status at(Instant moment) {
        if (!span.contains(moment)) {
            throw new IllegalArgumentException(
                    "status at %s (expected: from %s, before %s)".formatted(moment, span.start(), span.end()));
        }
        return Objects.requireNonNull(changes.floorEntry(moment)).getValue();
    }

    /** Both seen as one: at every moment the rule decides between the two. The spans must be the same. */
    public StatusTimeline combine(StatusTimeline other, BinaryOperator<Status> rule) {
        if (!span.equals(other.span)) {
            throw new IllegalArgumentException("timeline of %s (expected: of %s)".formatted(other.span, span));
        }
        var moments = new TreeSet<>(changes.keySet());
        moments.addAll(other.changes.keySet());
        var combined = new TreeMap<Instant, Status>();
        moments.forEach(moment -> combined.put(moment, rule.apply(at(moment), other.at(moment))));
        return new StatusTimeline(span, combined);
    }

    /** The stretches in order: they fill the span, and neighbours differ in status. */
    public List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        for (var change : changes.entrySet()) {
            var next = changes.higherKey(change.getKey());
            var until = next == null ? span.end() : next;
            stretches.add(new Stretch(new Interval(change.getKey(), until), change.getValue()));
        }
        return List.copyOf(stretches);
    }

    /** How long each status held; those that never did are left out. */
    public Map<Status, Duration> totals() {
        var totals = new EnumMap<Status, Duration>(Status.class);
        stretches().forEach(part -> totals.merge(part.status(), part.when().length(), Duration::plus));
        return Collections.unmodifiableMap(totals);
    }

    private static NavigableMap<Instant, Status> withoutRepeats(NavigableMap<Instant, Status> changes) {
        var kept = new TreeMap<Instant, Status>();
        changes.forEach((at, status) -> {
            if (kept.isEmpty() || kept.lastEntry().getValue() != status) {
                kept.put(at, status);
            }
        });
        return kept;
    }
}
