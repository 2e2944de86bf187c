package vigie.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vigie.status.Status;
import vigie.status.StatusTimeline;
import vigie.time.Interval;

/** The worst of a service's metrics over a day; the reference says it minute by minute in plain arrays. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Timelines {
    private static final int METRICS = 5;
    private static final int CHANGES = 12;
    private static final int MINUTES = 24 * 60;
    private static final List<Status> ANY = List.of(Status.values());

    private final List<StatusTimeline> timelines = new ArrayList<>();
    private final List<Status[]> minutes = new ArrayList<>();

    /** A day of five metrics that change a dozen times each, always the same. */
    @Setup
    public void aDay() {
        var dice = new Random(20130319);
        var begin = Instant.parse("2013-03-19T00:00:00Z");
        var day = new Interval(begin, begin.plus(Duration.ofDays(1)));
        for (var metric = 0; metric < METRICS; metric++) {
            var timeline = StatusTimeline.of(day, Status.OK);
            for (var change = 0; change < CHANGES; change++) {
                var at = begin.plus(Duration.ofMinutes(dice.nextInt(MINUTES)));
                timeline = timeline.with(at, ANY.get(dice.nextInt(ANY.size())));
            }
            timelines.add(timeline);
            var plain = new Status[MINUTES];
            for (var minute = 0; minute < MINUTES; minute++) {
                plain[minute] = timeline.at(begin.plus(Duration.ofMinutes(minute)));
            }
            minutes.add(plain);
        }
    }

    /** What Vigie does. */
    @Benchmark
    public StatusTimeline worstOfTimelines() {
        return timelines.stream()
                .reduce((one, other) -> one.combine(other, Status::orWorse))
                .orElseThrow();
    }

    /** The reference. */
    @Benchmark
    public Status[] reference() {
        var worst = minutes.getFirst().clone();
        for (var plain : minutes) {
            for (var minute = 0; minute < MINUTES; minute++) {
                worst[minute] = worst[minute].orWorse(plain[minute]);
            }
        }
        return worst;
    }
}
