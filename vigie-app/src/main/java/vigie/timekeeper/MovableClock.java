package vigie.timekeeper;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved, and never goes back: for a demonstration and for tests. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** Stands at this moment. */
    public MovableClock(Instant now) {
        this.now = now;
    }

    /** Moves forward; a moment that has passed changes nothing. */
    public synchronized void moveTo(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
