package vigie.status;

import java.time.Duration;
import java.time.Instant;

/**
 * What a check says (soft) and what is believed of it (hard), after Nagios: a good result is believed at once, a bad one
 * only when it has come {@code maxAttempts} times in a row, and once a failure is believed its kind follows every result.
 *
 * @param hard what is believed
 * @param soft what the last result said
 * @param attempt how many bad results came in a row, at most as many as were needed; 0 while all is well or silent
 * @param since since when {@code hard} has been believed
 * @param lastSeen the time of the newest result; MISSING does not move it
 */
public record HardState(Status hard, Status soft, int attempt, Instant since, Instant lastSeen) {

    /** The state after the very first result. Until bad news is believed nothing is known, which is MISSING. */
    public static HardState first(Status seen, Instant at, int maxAttempts) {
        return new HardState(Status.MISSING, Status.MISSING, 0, at, at).next(seen, at, maxAttempts);
    }

    /**
     * The state after one more result. A result older than the newest one changes nothing, nor does the newest one told
     * twice.
     *
     * @param maxAttempts how many bad results in a row are believed; 1 for results that were retried elsewhere
     */
    public HardState next(Status seen, Instant at, int maxAttempts) {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("%d attempts (expected: 1 or more)".formatted(maxAttempts));
        }
        if (at.isBefore(lastSeen) || (at.equals(lastSeen) && seen == soft)) {
            return this;
        }
        if (seen == Status.OK) {
            return believing(seen, 0, at);
        }
        var bad = Math.min(attempt + 1, maxAttempts);
        // Any bad result counts, whatever its kind: a check that swings between CRITICAL and UNKNOWN does fail.
        return failureIsBelieved() || bad == maxAttempts
                ? believing(seen, bad, at)
                : new HardState(hard, seen, bad, since, at);
    }

    /** The last result is not believed yet. */
    public boolean isSoft() {
        return hard != soft;
    }

    /** No result came for longer than a result may live. */
    public boolean isMissing(Instant now, Duration timeToLive) {
        return now.isAfter(lastSeen.plus(timeToLive));
    }

    /** The state once silence has lasted too long: no news is never good news. A second call changes nothing. */
    public HardState missing(Instant now) {
        return hard == Status.MISSING && soft == Status.MISSING
                ? this
                : new HardState(Status.MISSING, Status.MISSING, 0, hard == Status.MISSING ? since : now, lastSeen);
    }

    private boolean failureIsBelieved() {
        return hard != Status.OK && hard != Status.MISSING;
    }

    private HardState believing(Status seen, int bad, Instant at) {
        return new HardState(seen, seen, bad, hard == seen ? since : at, at);
    }
}
