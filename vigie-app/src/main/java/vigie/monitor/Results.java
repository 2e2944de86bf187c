package vigie.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import vigie.words.Refusal;

/**
 * The one door by which results come in, whoever ran the check. When it answers, they are on disk.
 *
 * <p>One batch is carried through at a time; those that wait meanwhile go together in the next transaction, so that many
 * senders share one write to the disk. Not to be called within a transaction.
 */
@Component
public class Results {
    /** No more results than these share a transaction, so that the first of them need not wait for long. */
    private static final int TOGETHER = 5_000;

    private final ResultsBecomeStatus crossing;
    private final ResultTable table;
    private final Board board;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    Results(ResultsBecomeStatus crossing, ResultTable table, Board board) {
        this.crossing = crossing;
        this.table = table;
        this.board = board;
    }

    /** Takes the results of the house's own checks. */
    public void take(List<Result> results) {
        if (!results.isEmpty()) {
            take(Batch.own(results));
        }
    }

    /** Takes a batch; answers what became of it, or the same as the first time where its key is known. */
    Report take(Batch batch) {
        var mine = new Waiting(batch);
        queue.add(mine);
        turn.lock();
        try {
            while (!mine.isOver()) {
                carry(next());
            }
        } finally {
            turn.unlock();
        }
        return mine.answer();
    }

    /** Declares MISSING whatever of these is silent still; answers how many. */
    int becomeMissing(List<Held> silent, Instant now) {
        turn.lock();
        try {
            var outcome = crossing.becomeMissing(silent, now);
            return outcome.moves().size();
        } catch (RuntimeException fault) {
            board.forget();
            throw fault;
        } finally {
            turn.unlock();
        }
    }

    private List<Waiting> next() {
        var group = new ArrayList<Waiting>();
        var size = 0;
        for (var first = queue.peek();
                first != null
                        && (group.isEmpty() || size + first.batch.results().size() <= TOGETHER);
                first = queue.peek()) {
            queue.remove();
            group.add(first);
            size += first.batch.results().size();
        }
        return group;
    }

    private void carry(List<Waiting> group) {
        try {
            carryThrough(group);
        } catch (DataIntegrityViolationException spoilt) {
            if (group.size() == 1) {
                group.getFirst().fault = spoilt;
            } else {
                // One spoilt it for the others, and nothing was kept: each gets a transaction of its own.
                group.forEach(one -> carry(List.of(one)));
            }
        } catch (RuntimeException fault) {
            // Whether it is in the tables is unknown: nobody tries again but the sender, by the same key.
            board.forget();
            group.forEach(one -> one.fault = fault);
        }
    }

    private void carryThrough(List<Waiting> group) {
        table.open(group.stream()
                .flatMap(waiting -> waiting.batch.results().stream())
                .map(result -> ResultTable.day(result.at()))
                .collect(Collectors.toSet()));
        var outcome =
                crossing.become(group.stream().map(waiting -> waiting.batch).toList());
        for (var i = 0; i < group.size(); i++) {
            group.get(i).answered(outcome.answers().get(i));
        }
    }

    /** A batch and, in the end, its answer; read and written under the lock or after it. */
    private static final class Waiting {
        final Batch batch;
        private @Nullable Report report;
        private @Nullable RuntimeException fault;

        Waiting(Batch batch) {
            this.batch = batch;
        }

        boolean isOver() {
            return report != null || fault != null;
        }

        void answered(ReportTable.Kept kept) {
            if (kept.digest().equals(batch.digest())) {
                report = kept.report();
            } else {
                fault = Refusal.conflict(
                        "monitor.key-used",
                        batch.key(),
                        Long.toString(kept.report().report()));
            }
        }

        Report answer() {
            if (report != null) {
                return report;
            }
            throw fault != null ? fault : new IllegalStateException("a batch that was neither taken nor refused");
        }
    }
}
