package vigie.mail;

import java.time.Instant;

/**
 * A letter that came in, as it is kept.
 *
 * @param arrived in the time of the house
 * @param sender an address in lower case; empty where there is none
 * @param text what its writer said, without what was quoted
 * @param proof how it shows that its writer had got one of our letters
 * @param thread what it answers; empty where it answers nothing of ours
 */
public record Came(
        long id, Instant arrived, String sender, String subject, String text, String thread, Fate fate, Proof proof) {}
