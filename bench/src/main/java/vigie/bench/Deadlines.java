package vigie.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vigie.time.Clocks;
import vigie.time.WorkingCalendar;

/** When a ticket falls due, without weekends and holidays; the reference walks hour by hour and knows weekends only. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Deadlines {
    private static final Instant EASTER_EVE = Instant.parse("2013-03-29T20:00:00Z");
    private static final int HOURS = 72;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Clocks clocks = new Clocks(WorkingCalendar.FRANCE);

    /** What Vigie does. */
    @Benchmark
    public Instant due() {
        return clocks.afterElapsedWithoutDaysOff(EASTER_EVE, Duration.ofHours(HOURS));
    }

    /** The reference. */
    @Benchmark
    public Instant reference() {
        var moment = EASTER_EVE.atZone(PARIS);
        for (var left = HOURS; left > 0; ) {
            moment = moment.plusHours(1);
            if (moment.getDayOfWeek() != DayOfWeek.SATURDAY && moment.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return moment.toInstant();
    }
}
