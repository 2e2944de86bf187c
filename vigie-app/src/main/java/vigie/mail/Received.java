package vigie.mail;

import java.util.List;

/**
 * A letter that came in, read as well as it could be.
 *
 * @param messageId its Message-ID, or one made from its bytes where it bears none
 * @param from the sender's address in lower case; empty where there is none
 * @param to the addresses it was sent to, in lower case, as far as its headers tell
 * @param answers the Message-IDs that it refers to, nearest first
 * @param text what was written, without what was quoted
 * @param automatic whether a machine wrote it (RFC 3834), so that nothing may follow from it
 * @param looped whether it bears the mark that our own letters bear
 */
public record Received(
        String messageId,
        String from,
        List<String> to,
        String subject,
        List<String> answers,
        String text,
        boolean automatic,
        boolean looped) {}
