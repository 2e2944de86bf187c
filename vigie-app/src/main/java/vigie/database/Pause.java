package vigie.database;

import java.time.Duration;

/** A short wait between two looks. */
final class Pause {
    private Pause() {}

    static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseCannotStart("Interrupted while waiting for the database.", interrupted);
        }
    }
}
