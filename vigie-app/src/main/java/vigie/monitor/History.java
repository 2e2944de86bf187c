package vigie.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import vigie.status.Status;
import vigie.status.StatusTimeline;
import vigie.status.Stretch;
import vigie.time.Interval;
import vigie.words.Words;

/**
 * What was believed of a metric during a stretch of time.
 *
 * @param stretches in order; they fill the stretch
 */
public record History(Interval during, List<Stretch> stretches) {
    /** Drawn from the changes of the stretch and the last one before it, oldest first. */
    static History of(Interval during, List<Change> changes) {
        var timeline = StatusTimeline.of(during, Status.MISSING);
        for (var change : changes) {
            timeline = during.contains(change.at())
                    ? timeline.with(change.at(), change.hard())
                    : timeline.with(during.start(), change.hard());
        }
        return new History(during, new ArrayList<>(timeline.stretches()));
    }

    /** Drawn from the changes of the stretch alone, oldest first, and from what is believed now. */
    static StatusTimeline timeline(Interval during, List<Change> changes, Status now) {
        var timeline = StatusTimeline.of(
                during, changes.isEmpty() ? now : changes.getFirst().was());
        for (var change : changes) {
            timeline = timeline.with(change.at(), change.hard());
        }
        return timeline;
    }

    /** How long each status held, said aloud: what a drawing of it means to who cannot see it. */
    public String spoken(Words words) {
        var totals = new EnumMap<Status, Duration>(Status.class);
        stretches.forEach(part -> totals.merge(part.status(), part.when().length(), Duration::plus));
        return totals.entrySet().stream()
                .map(each -> words.word("page.status", each.getKey()) + " " + words.span(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Where a stretch begins in a drawing of that width. */
    public long left(Stretch part, long width) {
        return Math.round((double) width
                * (part.when().start().toEpochMilli() - during.start().toEpochMilli())
                / during.length().toMillis());
    }

    /** How wide it is there; what was short is still seen. */
    public long width(Stretch part, long width) {
        return Math.max(
                1,
                Math.round((double) width
                        * part.when().length().toMillis()
                        / during.length().toMillis()));
    }
}
