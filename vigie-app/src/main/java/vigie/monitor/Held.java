package vigie.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import vigie.status.Flapping;
import vigie.status.HardState;
import vigie.status.Status;

/**
 * A metric as the board holds it: its number never changes, what is held of it does. A hundred thousand of these are
 * rewritten every few seconds, so what is held is written into the same few bytes again and leaves no rubbish behind
 * that has lived long enough to be dear.
 */
final class Held {
    /** What is held at one moment: belief, the newest first line, until when it says anything, and who asks. */
    record Now(HardState state, String summary, Instant stale, boolean active, Flapping flapping) {}

    private static final long NEVER = Long.MIN_VALUE;
    private static final int ROOM = 32;

    final int id;
    final MetricKey key;
    private Status hard;
    private Status soft;
    private int attempt;
    private long since;
    private long lastSeen;
    private long stale;
    private boolean active;
    private long recent;
    private boolean flaps;
    private byte[] summary = {};
    private int length;

    Held(int id, MetricKey key, Now now) {
        this.id = id;
        this.key = key;
        this.hard = now.state.hard();
        this.soft = now.state.soft();
        become(now);
    }

    /** A metric that has a number and nothing else yet. */
    static Held unheard(int id, MetricKey key, Instant since) {
        var nothing = new HardState(Status.MISSING, Status.MISSING, 0, since, since);
        return new Held(id, key, new Now(nothing, "", Instant.MIN, false, Flapping.NONE));
    }

    /** Whether no result has been kept yet. */
    synchronized boolean isUnheard() {
        return stale == NEVER;
    }

    synchronized Now now() {
        return new Now(
                new HardState(hard, soft, attempt, Micros.instant(since), Micros.instant(lastSeen)),
                new String(summary, 0, length, StandardCharsets.UTF_8),
                stale == NEVER ? Instant.MIN : Micros.instant(stale),
                active,
                new Flapping(recent, flaps));
    }

    synchronized void become(Now next) {
        hard = next.state.hard();
        soft = next.state.soft();
        attempt = next.state.attempt();
        since = Micros.of(next.state.since());
        lastSeen = Micros.of(next.state.lastSeen());
        stale = next.stale.equals(Instant.MIN) ? NEVER : Micros.of(next.stale);
        active = next.active;
        recent = next.flapping.recent();
        flaps = next.flapping.isOn();
        var bytes = next.summary.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > summary.length || bytes.length < summary.length / 4) {
            summary = new byte[(bytes.length / ROOM + 1) * ROOM];
        }
        System.arraycopy(bytes, 0, summary, 0, bytes.length);
        length = bytes.length;
    }

    /** Whether it says nothing any more at that moment, and has not been declared silent yet. */
    synchronized boolean isOverdue(Instant now) {
        return isSpeaking() && stale != NEVER && stale <= Micros.of(now);
    }

    /** Whether it is believed to be anything but silent. */
    synchronized boolean isSpeaking() {
        return hard != Status.MISSING || soft != Status.MISSING;
    }

    /** Until when it says anything, in microseconds. */
    synchronized long stale() {
        return stale;
    }

    synchronized boolean isActive() {
        return active;
    }

    MetricState state() {
        var seen = now();
        return new MetricState(key, seen.state, seen.summary, seen.state.lastSeen(), seen.stale, seen.flapping);
    }
}
