package vigie.timekeeper;

import java.time.Instant;
import java.util.Optional;

/** Something in a room that happens when its time has come: a clock that runs out, a check that falls due. */
public interface Timed {
    /** What it is, as the upkeep page names it: a key of the messages. */
    String name();

    /** The earliest moment at which there is something to do; empty where there is nothing. May lie in the past. */
    Optional<Instant> nextDue();

    /**
     * Does what is due at {@code now} or before, in a transaction of its own, and not twice: what was done is no longer
     * due.
     */
    void play(Instant now);
}
