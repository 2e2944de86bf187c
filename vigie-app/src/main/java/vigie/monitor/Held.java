package vigie.monitor;

import java.time.Instant;
import vigie.status.HardState;
import vigie.status.Status;

/** A metric as the board holds it: its number never changes, what is held of it does. */
final class Held {
    /** What is held at one moment: belief, the newest first line, until when it says anything, and who asks. */
    record Now(HardState state, String summary, Instant stale, boolean active) {}

    final int id;
    final MetricKey key;
    private volatile Now now;

    Held(int id, MetricKey key, Now now) {
        this.id = id;
        this.key = key;
        this.now = now;
    }

    /** A metric that has a number and nothing else yet. */
    static Held unheard(int id, MetricKey key, Instant since) {
        return new Held(
                id,
                key,
                new Now(new HardState(Status.MISSING, Status.MISSING, 0, since, since), "", Instant.MIN, false));
    }

    /** Whether no result has been kept yet. */
    boolean isUnheard() {
        return now.stale().equals(Instant.MIN);
    }

    Now now() {
        return now;
    }

    void become(Now next) {
        now = next;
    }

    MetricState state() {
        var seen = now;
        return new MetricState(key, seen.state(), seen.summary(), seen.state().lastSeen());
    }
}
