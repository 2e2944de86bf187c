package vigie.timekeeper;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A clock that stands until it is moved, and never goes back: for a demonstration and for tests. */
public final class MovableClock extends Clock {
    private volatile Instant now;
    private volatile @Nullable Instant left;

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

    /** Where it stood when the move began that is under way; empty where it stands, or has arrived. */
    public Optional<Instant> left() {
        return Optional.ofNullable(left);
    }

    void leave() {
        left = now;
    }

    void arrive() {
        left = null;
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
