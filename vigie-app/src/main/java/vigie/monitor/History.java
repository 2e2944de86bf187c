package vigie.monitor;

import java.util.ArrayList;
import java.util.List;
import vigie.status.Status;
import vigie.status.StatusTimeline;
import vigie.status.Stretch;
import vigie.time.Interval;

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
