package vigie.helpdesk;

import java.time.Instant;

/**
 * One reading of tickets of the past.
 *
 * @param name the file's name as it was given, or the address that was asked
 * @param origin whose tickets they are, such as {@code GGUS}: a number names one ticket within its origin
 * @param dry whether it only shows what it would change
 * @param trouble why it failed, in English; empty where it did not
 */
public record Intake(
        long id,
        Instant at,
        String who,
        String name,
        String origin,
        boolean dry,
        Outcome outcome,
        String trouble,
        Count count) {
    /** How it ended. */
    public enum Outcome {
        /** It has not ended, or was cut off: nothing was taken. */
        RUNNING,
        /** All that could be read is kept. */
        TAKEN,
        /** Nothing was to be kept. */
        SHOWN,
        /** It was refused as a whole: nothing was taken. */
        FAILED
    }

    /**
     * What became of its rows.
     *
     * @param same those that say what was known already
     */
    public record Count(int read, int added, int changed, int same, int refused) {}
}
