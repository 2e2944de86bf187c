package vigie.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter as the house keeps it.
 *
 * @param written when it was put in the tray, in the time of the house
 * @param sent when a mail server took it; null until then
 * @param tries how often it was offered to the mail server; more than one try of a sent letter may mean that it arrived
 *     more than once, each time under the same Message-ID
 * @param givenUp when the house stopped trying; null where it has not
 * @param trouble what the mail server said last; empty where all went well
 */
public record LetterOnFile(
        long id,
        String messageId,
        Instant written,
        String to,
        String subject,
        String text,
        String thread,
        @Nullable Instant sent,
        int tries,
        @Nullable Instant givenUp,
        String trouble) {}
