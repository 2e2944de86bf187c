package vigie.timekeeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks every second what has fallen due and plays it, earliest first.
 *
 * <p>What fails is told on the upkeep page and tried again at the next look; it never keeps others from their turn.
 */
@Component
public class Timekeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Timed> all;
    private final Clock clock;
    private final JdbcClient sql;
    private final boolean byItself;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Timekeeper(
            List<Timed> all,
            Clock clock,
            JdbcClient sql,
            @Value("${vigie.timekeeper.by-itself:true}") boolean byItself) {
        this.all = all;
        this.clock = clock;
        this.sql = sql;
        this.byItself = byItself;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (byItself) {
            running = true;
            Thread.ofVirtual().name("timekeeper").start(this::keepLooking);
        }
    }

    private void keepLooking() {
        while (running) {
            playWhatIsDue();
            try {
                Thread.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Plays everything that is due now, earliest first, each once; answers how many were played. */
    public int playWhatIsDue() {
        turn.lock();
        try {
            var now = clock.instant();
            var due = all.stream()
                    .filter(timed -> dueBy(timed, now))
                    .sorted(Comparator.comparing(timed -> timed.nextDue().orElse(now)))
                    .toList();
            due.forEach(timed -> play(timed, now));
            return due.size();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Moves the clock to {@code target}, stopping at each deadline on the way: it is played, and all events that follow
     * are heard, before the clock goes on.
     */
    public void playUntil(MovableClock hand, Instant target) {
        turn.lock();
        try {
            untilAllIsHeard();
            hand.leave();
            for (var next = nextDue(); next.isPresent() && !next.get().isAfter(target); next = nextDue()) {
                hand.moveTo(next.get());
                if (playWhatIsDue() == 0 || stuck(next.get(), hand)) {
                    break;
                }
                untilAllIsHeard();
            }
            hand.arrive();
            hand.moveTo(target);
            playWhatIsDue();
            untilAllIsHeard();
        } finally {
            hand.arrive();
            turn.unlock();
        }
    }

    /** Whether something that was played claims to be due still: it has failed, and is left for the next look. */
    private boolean stuck(Instant played, MovableClock hand) {
        return !faults.isEmpty()
                && nextDue()
                        .filter(due -> !due.isAfter(played) && !due.isAfter(hand.instant()))
                        .isPresent();
    }

    /** The earliest moment at which anything falls due, however far; empty where nothing is awaited. */
    public Optional<Instant> nextDue() {
        return all.stream().flatMap(timed -> timed.nextDue().stream()).min(Comparator.naturalOrder());
    }

    /** Waits until every event has been heard by every listener, or thirty seconds have gone; true when all are. */
    public boolean untilAllIsHeard() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var open = sql.sql("select count(*) from event_publication where completion_date is null")
                    .query(Long.class)
                    .single();
            if (open == 0) {
                return true;
            }
            try {
                Thread.sleep(Duration.ofMillis(10));
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** What failed at its last turn, by the name of what is timed, and how. */
    public Map<String, String> faults() {
        return Map.copyOf(faults);
    }

    /** Everything that waits for its time, and when it is next due. */
    public List<Timed> everything() {
        return all;
    }

    /** Who cannot say, because the database is away for a moment, is asked again at the next look. */
    private boolean dueBy(Timed timed, Instant now) {
        try {
            var isDue = timed.nextDue().filter(due -> !due.isAfter(now)).isPresent();
            if (silent.remove(timed.name())) {
                faults.remove(timed.name());
            }
            return isDue;
        } catch (RuntimeException fault) {
            if (silent.add(timed.name())) {
                LOG.warn("{} cannot say when it is due and is asked again", timed.name(), fault);
            }
            faults.put(timed.name(), String.valueOf(fault.getMessage()));
            return false;
        }
    }

    private void play(Timed timed, Instant now) {
        try {
            timed.play(now);
            faults.remove(timed.name());
        } catch (RuntimeException fault) {
            LOG.warn("{} failed and is tried again", timed.name(), fault);
            faults.put(timed.name(), String.valueOf(fault.getMessage()));
        }
    }

    @Override
    public void start() {
        // begins when the house is ready, not before
    }

    @Override
    public void stop() {
        turn.lock();
        try {
            running = false;
        } finally {
            turn.unlock();
        }
    }

    /** It begins once, when the house is ready: nobody would begin it anew after a pause. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
