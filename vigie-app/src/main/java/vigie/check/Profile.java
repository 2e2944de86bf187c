package vigie.check;

import java.time.Duration;

/**
 * Which check the services of a type get, and how often.
 *
 * @param type the service type
 * @param metric the name under which its results are kept
 * @param command a built-in check or a plugin, and its words; see {@link Command}
 * @param every from one run to the next
 * @param again from one run to the next while a failure is not believed yet
 * @param attempts how many failures in a row are believed
 * @param patience how long a run may take
 * @param running whether it is run at all
 */
public record Profile(
        long id,
        String type,
        String metric,
        String command,
        Duration every,
        Duration again,
        int attempts,
        Duration patience,
        boolean running) {

    /** How long a result says anything: three times as long as the next one takes to come. */
    Duration life() {
        return every.multipliedBy(3).plus(patience);
    }
}
