package vigie.demo;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vigie.timekeeper.MovableClock;
import vigie.timekeeper.Timekeeper;
import vigie.words.Refusal;

/**
 * The hand on the clock of the demonstration: it plays every deadline on its way. Left alone, the clock goes as fast as
 * any other.
 */
@Component
class Hand implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Hand.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int KEPT_EVERY = 15;
    private static final Duration FURTHEST = Duration.ofDays(60);

    private final MovableClock clock;
    private final Timekeeper timekeeper;
    private final DemoTable table;
    private volatile boolean going;

    Hand(MovableClock clock, Timekeeper timekeeper, DemoTable table) {
        this.clock = clock;
        this.timekeeper = timekeeper;
        this.table = table;
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether the clock goes by itself: the past has been played. */
    boolean goes() {
        return going;
    }

    /** Plays the past until a moment. */
    void playUntil(Instant target) {
        timekeeper.playUntil(clock, target);
        table.keep(new DemoTable.Standing(clock.instant(), false));
    }

    /** Moves on for a visitor. */
    void advance(Duration span) {
        if (span.isNegative() || span.isZero() || span.compareTo(FURTHEST) > 0) {
            throw Refusal.unreadable("advance", "demo.advance", span);
        }
        if (!going) {
            throw Refusal.conflict("demo.still-playing");
        }
        timekeeper.playUntil(clock, clock.instant().plus(span));
        table.keep(new DemoTable.Standing(clock.instant(), true));
    }

    /** Lets the clock go by itself. */
    void letGo() {
        going = true;
        table.keep(new DemoTable.Standing(clock.instant(), true));
        Thread.ofVirtual().name("demo clock").start(this::tick);
    }

    private void tick() {
        for (var ticks = 1; going; ticks++) {
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                return;
            }
            clock.moveTo(clock.instant().plus(TICK));
            if (ticks % KEPT_EVERY == 0 && going) {
                keep();
            }
        }
    }

    private void keep() {
        try {
            table.keep(new DemoTable.Standing(clock.instant(), true));
        } catch (org.springframework.dao.DataAccessException gone) {
            LOG.warn("where the clock stands could not be kept and is kept with the next tick", gone);
        }
    }

    @Override
    public void destroy() {
        going = false;
    }
}
