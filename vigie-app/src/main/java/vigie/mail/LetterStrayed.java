package vigie.mail;

/**
 * A letter came in that answers nothing of ours; a machine may have written it.
 *
 * @param letter its number in {@code mail.incoming}
 * @param from the sender's address, in lower case, as the letter has it: nothing proves it
 * @param text what the sender wrote, without what they quoted
 */
public record LetterStrayed(long letter, String from, String subject, String text) {}
