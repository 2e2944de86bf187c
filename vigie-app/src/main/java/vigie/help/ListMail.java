package vigie.help;

import java.time.Instant;
import java.util.List;

/**
 * A mail of the list, read as well as it could be.
 *
 * @param messageId its Message-ID, or one made from its bytes
 * @param references the Message-IDs it refers to
 * @param at when it was written, by its own word; in an archive that says nothing, by the archive's
 * @param sender the address in lower case; empty where there is none
 * @param senderName the name beside it; empty where there is none
 * @param subject on one line
 * @param text what was written, without what was quoted
 * @param automatic whether a machine wrote it (RFC 3834)
 */
record ListMail(
        String messageId,
        List<String> references,
        Instant at,
        String sender,
        String senderName,
        Subject subject,
        String text,
        boolean automatic) {}
