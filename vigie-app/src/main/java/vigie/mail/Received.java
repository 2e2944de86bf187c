package vigie.mail;

import java.util.List;

/**
 * A letter that came in, read as well as it could be.
 *
 * @param messageId its Message-ID, or one made from its bytes where it bears none
 * @param from the sender's address in lower case; empty where there is none
 * @param answers the Message-IDs that it refers to, nearest first
 * @param text what was written, without what was quoted
 * @param automatic whether a machine wrote it (RFC 3834), so that nothing may follow from it
 */
record Received(String messageId, String from, String subject, List<String> answers, String text, boolean automatic) {}
