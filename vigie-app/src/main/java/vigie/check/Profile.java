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
 * @param lasts how long a result says anything; zero for three times {@code every}
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
        boolean running,
        Duration lasts) {

    /** Whether others run it: the profile only says what is to be expected of their results. */
    public boolean isPassive() {
        return command.equals(Command.PASSIVE);
    }

    /** How long a result says anything: as was said, or three times as long as the next one takes to come. */
    public Duration life() {
        if (!lasts.isZero()) {
            return lasts;
        }
        var thrice = every.multipliedBy(3);
        return isPassive() ? thrice : thrice.plus(patience);
    }
}
