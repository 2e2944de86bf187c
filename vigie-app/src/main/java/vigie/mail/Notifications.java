package vigie.mail;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/**
 * Letters on their way out. A letter is written down in the transaction of what caused it, under a Message-ID of its
 * own, and sent afterwards: it is sent at least once, and a repeat bears the same Message-ID.
 */
@Component
public class Notifications {
    private final LetterTable letters;
    private final Journal journal;
    private final Clock clock;
    private final Troubles troubles;
    private final String host;

    Notifications(
            LetterTable letters,
            Journal journal,
            Clock clock,
            Troubles troubles,
            @Value("${vigie.mail.host:vigie.localdomain}") String host) {
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
        this.troubles = troubles;
        this.host = host;
    }

    /** Puts a letter in the tray; answers its Message-ID. */
    public String send(Letter letter) {
        var messageId = "<" + UUID.randomUUID() + "@" + host + ">";
        var before = letter.thread().isEmpty() ? List.<String>of() : letters.idsOf(letter.thread());
        letters.add(messageId, clock.instant(), letter, before.isEmpty() ? "" : before.getLast(), references(before));
        return messageId;
    }

    /** The letters that left in a thread, first to last, sent or not. */
    public List<LetterOnFile> ofThread(String thread) {
        return letters.ofThread(thread);
    }

    /** Offers a letter that waits, or was given up, to the mail server once more, under its old Message-ID. */
    @Transactional
    public void again(Actor actor, long id) {
        actor.mustBeAllowed(Right.HANDLE_TICKETS);
        var letter = letters.letter(id).orElseThrow(() -> Refusal.notFound("mail.unknown", id));
        if (!letters.again(id)) {
            throw Refusal.conflict("mail.sent-already", id);
        }
        journal.write(actor, "letter:" + id, "mail.deed.again", letter.trouble(), "", "");
    }

    /** How the post stands. */
    public Tray tray() {
        return letters.tray(troubles.configured(), troubles.sending(), troubles.reading());
    }

    /** The first and the last few of a thread: a header must not grow for ever. */
    private static String references(List<String> before) {
        if (before.size() <= 10) {
            return String.join(" ", before);
        }
        return before.getFirst() + " " + String.join(" ", before.subList(before.size() - 9, before.size()));
    }
}
