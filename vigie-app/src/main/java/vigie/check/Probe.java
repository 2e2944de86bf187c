package vigie.check;

import java.time.Duration;
import java.util.List;

/** A check that Vigie brings along. */
interface Probe {
    /** The first word of its command. */
    String name();

    /**
     * Runs it.
     *
     * @param words its arguments, without its name
     * @throws IllegalArgumentException where the arguments make no sense; the message says what was expected
     */
    Outcome run(List<String> words, Duration patience);
}
