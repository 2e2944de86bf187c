package vigie.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** Each day the partitions of the coming days are made, and results and reports that have been kept long enough go. */
@Component
class ResultsGrowOld implements Timed {
    private final ResultTable results;
    private final ReportTable reports;
    private final Duration kept;
    private final Clock clock;
    private volatile @Nullable LocalDate done;

    ResultsGrowOld(ResultTable results, ReportTable reports, Keeping keeping, Clock clock) {
        this.results = results;
        this.reports = reports;
        this.kept = keeping.results();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "monitor.timed.old";
    }

    @Override
    public Optional<Instant> nextDue() {
        var last = done;
        return Optional.of(
                last == null
                        ? clock.instant()
                        : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public void play(Instant now) {
        var today = ResultTable.day(now);
        results.open(List.of(today, today.plusDays(1), today.plusDays(2)));
        results.forgetBefore(ResultTable.firstKept(now, kept));
        reports.forgetBefore(now.minus(kept));
        done = today;
    }
}
