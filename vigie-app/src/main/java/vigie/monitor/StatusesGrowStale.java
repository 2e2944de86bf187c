package vigie.monitor;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vigie.status.Status;
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
        return speaking()
                // The silence of a check of ours is found when it is there; it is no reason for a clock to stop.
                .filter(held -> !held.now().active() || isSilent(held, now))
                .map(held -> held.now().stale())
                .min(Comparator.naturalOrder());
    }

    @Override
    public void play(Instant now) {
        var silent = speaking().filter(held -> isSilent(held, now)).toList();
        if (!silent.isEmpty()) {
            results.becomeMissing(silent, now);
        }
    }

    private Stream<Held> speaking() {
        return board.everything().stream().flatMap(some -> some.stream()).filter(held -> {
            var state = held.now().state();
            return state.hard() != Status.MISSING || state.soft() != Status.MISSING;
        });
    }

    private boolean isSilent(Held held, Instant now) {
        return !held.now().stale().isAfter(now)
                && (!held.now().active() || awaited.stream().noneMatch(one -> one.isDue(held.key, now)));
    }
}
