package vigie.mail;

/**
 * A letter came in that answers one of ours.
 *
 * @param letter its number in {@code mail.incoming}
 * @param thread what it answers, as in {@link Letter#thread()}
 * @param proof how it shows that its writer had got one of our letters; without one its sender is merely said
 * @param from the sender's address, in lower case
 * @param text what the sender wrote, without what they quoted
 */
public record LetterArrived(long letter, String thread, Proof proof, String from, String subject, String text) {}
