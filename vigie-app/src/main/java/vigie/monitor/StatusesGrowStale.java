package vigie.monitor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/**
 * A metric of which nobody speaks any more becomes MISSING, never OK. One that Vigie checks itself is judged only when
 * its check has had its turn since it fell due, which matters after a stop of Vigie or a leap of the clock.
 */
@Component
class StatusesGrowStale implements Timed {
    private final Board board;
    private final Results results;
    private final ObjectProvider<Awaited> awaited;
    private final Clock clock;

    StatusesGrowStale(Board board, Results results, ObjectProvider<Awaited> awaited, Clock clock) {
        this.board = board;
        this.results = results;
        this.awaited = awaited;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "monitor.timed.stale";
    }

    @Override
    public Optional<Instant> nextDue() {
        var now = clock.instant();
        var next = Long.MAX_VALUE;
        for (var some : board.everything()) {
            for (var held : some) {
                // The silence of a check of ours is found when it is there; it is no reason for a clock to stop.
                if (held.isSpeaking() && (!held.isActive() || isSilent(held, now))) {
                    next = Math.min(next, held.stale());
                }
            }
        }
        return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(Micros.instant(next));
    }

    @Override
    public void play(Instant now) {
        var silent = board.everything().stream()
                .flatMap(List::stream)
                .filter(held -> isSilent(held, now))
                .toList();
        if (!silent.isEmpty()) {
            results.becomeMissing(silent, now);
        }
    }

    private boolean isSilent(Held held, Instant now) {
        return held.isOverdue(now) && (!held.isActive() || awaited.stream().noneMatch(one -> one.isDue(held.key, now)));
    }
}
