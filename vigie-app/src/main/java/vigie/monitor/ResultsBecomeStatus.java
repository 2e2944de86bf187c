package vigie.monitor;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vigie.status.Flapping;

/**
 * The crossing at which what a check said becomes what is believed. In one transaction the results are kept as they came,
 * what is believed of each metric is written, and who listens is told of what is believed anew.
 */
@Component
class ResultsBecomeStatus {
    private final Board board;
    private final Places places;
    private final ReportTable reports;
    private final ResultTable results;
    private final StateTable states;
    private final ChangeTable changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Flapping.Bounds bounds;

    ResultsBecomeStatus(
            Board board,
            Places places,
            ReportTable reports,
            ResultTable results,
            StateTable states,
            ChangeTable changes,
            ApplicationEventPublisher events,
            Clock clock,
            Keeping keeping) {
        this.board = board;
        this.places = places;
        this.reports = reports;
        this.results = results;
        this.states = states;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
        this.bounds = keeping.bounds();
    }

    /** What came of it: the answer to each batch, and what memory must learn once the transaction stands. */
    record Outcome(List<ReportTable.Kept> answers, List<Held> fresh, Map<Held, Held.Now> moves) {
        void remember(Board board) {
            moves.forEach(Held::become);
            fresh.forEach(board::add);
        }
    }

    /** Takes batches; one whose key is known already changes nothing and gets its first answer. */
    @Transactional
    public Outcome become(List<Batch> batches) {
        var now = clock.instant();
        var answers = new ArrayList<ReportTable.Kept>();
        var counting = new ArrayList<Counting>();
        for (var batch : batches) {
            var answer = answer(batch, now);
            if (answer.isEmpty()) {
                answer = Optional.of(first(batch, now));
                counting.add(new Counting(batch, answer.get().report().report()));
            }
            answers.add(answer.get());
        }
        var fresh = fresh(counting);
        var lines = lines(counting, fresh);
        results.add(lines);
        var news = new News(places.now());
        var moves = moves(lines, news);
        tell(news);
        states.update(inOrder(moves, held -> !held.isUnheard()));
        states.insert(inOrder(moves, Held::isUnheard));
        return remembered(new Outcome(answers, List.copyOf(fresh.values()), moves));
    }

    /** Declares MISSING what is silent still: no news is never good news. */
    @Transactional
    public Outcome becomeMissing(List<Held> silent, Instant now) {
        var moves = new LinkedHashMap<Held, Held.Now>();
        var news = new News(places.now());
        for (var held : silent) {
            var before = held.now();
            var state = before.state().missing(now);
            if (!before.stale().isAfter(now) && !state.equals(before.state())) {
                // What swung before the silence says nothing of what comes after it.
                var after = new Held.Now(state, before.summary(), before.stale(), before.active(), Flapping.NONE);
                moves.put(held, after);
                news.add(held, before, after, now);
            }
        }
        tell(news);
        states.update(inOrder(moves, held -> true));
        return remembered(new Outcome(List.of(), List.of(), moves));
    }

    /** Memory learns it before anybody hears the news: who is told and asks what is believed must not be told the old. */
    private Outcome remembered(Outcome outcome) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                outcome.remember(board);
            }
        });
        return outcome;
    }

    private Optional<ReportTable.Kept> answer(Batch batch, Instant now) {
        return batch.key() == null ? Optional.empty() : reports.ofKey(batch.source(), batch.key());
    }

    private ReportTable.Kept first(Batch batch, Instant now) {
        return new ReportTable.Kept(
                batch.isOwn() ? new Report(0, now, batch.results().size(), 0, List.of()) : reports.add(batch, now),
                batch.digest());
    }

    /** The metrics of which nobody has heard before, with their new numbers. */
    private Map<MetricKey, Held> fresh(List<Counting> counting) {
        var since = new LinkedHashMap<MetricKey, Instant>();
        for (var one : counting) {
            for (var result : one.batch().results()) {
                if (board.held(result.key()) == null) {
                    since.merge(result.key(), result.at(), (some, other) -> some.isBefore(other) ? some : other);
                }
            }
        }
        if (since.isEmpty()) {
            return Map.of();
        }
        var keys = List.copyOf(since.keySet());
        var numbers = states.number(keys);
        var fresh = new HashMap<MetricKey, Held>();
        for (var i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            fresh.put(key, Held.unheard(numbers.get(i), key, Objects.requireNonNull(since.get(key))));
        }
        return fresh;
    }

    private List<ResultTable.Line> lines(List<Counting> counting, Map<MetricKey, Held> fresh) {
        var lines = new ArrayList<ResultTable.Line>();
        for (var one : counting) {
            for (var result : one.batch().results()) {
                var known = board.held(result.key());
                lines.add(new ResultTable.Line(
                        known != null ? known : Objects.requireNonNull(fresh.get(result.key())), result, one.report()));
            }
        }
        // Results of one metric are believed in the order in which the checks ran, however they came.
        lines.sort(Comparator.comparing(line -> line.result().at()));
        return lines;
    }

    private Map<Held, Held.Now> moves(List<ResultTable.Line> lines, News news) {
        var moves = new HashMap<Held, Held.Now>(lines.size() * 2);
        for (var line : lines) {
            var held = line.held();
            var result = line.result();
            var known = moves.get(held);
            var before = known != null ? known : held.now();
            var state = before.state().next(result.status(), result.at(), result.attempts());
            if (!state.equals(before.state())) {
                var after = new Held.Now(
                        state,
                        result.summary(),
                        result.at().plus(result.life()),
                        result.active(),
                        before.flapping().next(state, bounds));
                moves.put(held, after);
                news.add(held, before, after, result.at());
            }
        }
        return moves;
    }

    private void tell(News news) {
        changes.add(news.lines());
        news.events().forEach(events::publishEvent);
    }

    /** By number, so that neighbours in the table are written together. */
    private static Map<Integer, Held.Now> inOrder(Map<Held, Held.Now> moves, Predicate<Held> wanted) {
        var chosen = new TreeMap<Integer, Held.Now>();
        moves.forEach((held, now) -> {
            if (wanted.test(held)) {
                chosen.put(held.id, now);
            }
        });
        return chosen;
    }

    /** A batch that counts, and the number of its report. */
    private record Counting(Batch batch, long report) {}
}
