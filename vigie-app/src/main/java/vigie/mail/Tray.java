package vigie.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the post stands, for the page that shows how Vigie does.
 *
 * @param configured whether a mail server is set; where none is, letters stay in the tray
 * @param unsent letters that wait
 * @param oldest when the oldest of them was written; null where none waits
 * @param givenUp letters that the house stopped trying to send
 * @param twice letters offered again without it being known whether the mail server had taken them: they may have arrived
 *     more than once, each time under the same Message-ID
 * @param sendingTrouble what went wrong at the last sending; empty where nothing did
 * @param readingTrouble what went wrong when the mailbox was last read; empty where nothing did
 */
public record Tray(
        boolean configured,
        long unsent,
        @Nullable Instant oldest,
        long givenUp,
        long twice,
        String sendingTrouble,
        String readingTrouble) {}
