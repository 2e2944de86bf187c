package vigie.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.timekeeper.TrueTime;

/**
 * Decides what a letter that came in answers, and keeps it. Row, event and how far the mailbox was read are written
 * together: a letter has its effect once, whatever stops in between.
 */
@Component
class Filing {
    private static final Pattern TAG = Pattern.compile("\\[Vigie #(\\d{1,15})]");

    /** So much is kept, in bytes, of each letter of a bomb. */
    private static final int HEAD = 64_000;

    private final IncomingTable incoming;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TrueTime time;
    private final Seals seals;
    private final int mostPerHour;
    private final int mostPerThread;

    Filing(
            IncomingTable incoming,
            ApplicationEventPublisher events,
            Clock clock,
            TrueTime time,
            Seals seals,
            @Value("${vigie.mail.imap.per-hour:20}") int mostPerHour,
            @Value("${vigie.mail.imap.per-thread-and-hour:60}") int mostPerThread) {
        this.incoming = incoming;
        this.events = events;
        this.clock = clock;
        this.time = time;
        this.seals = seals;
        this.mostPerHour = mostPerHour;
        this.mostPerThread = mostPerThread;
    }

    /** What a letter answers, and how that is known. */
    private record Belonging(String thread, Proof proof) {}

    @Transactional
    public void file(Received letter, byte[] raw, boolean tooLarge, String mailbox, Mark mark) {
        var belonging = belonging(letter);
        var thread = belonging.map(Belonging::thread).orElse("");
        var proof = belonging.map(Belonging::proof).orElse(Proof.NONE);
        var fate = tooLarge ? Fate.TOO_LARGE : fate(letter, thread);
        var kept = fate == Fate.LOOP
                ? Optional.<Long>empty()
                : incoming.add(
                        letter,
                        thread,
                        new IncomingTable.Lot(fate, proof),
                        clock.instant(),
                        time.clock().instant(),
                        fate == Fate.TOO_MANY ? Arrays.copyOf(raw, Math.min(raw.length, HEAD)) : raw);
        if (kept.isPresent() && fate == Fate.FILED) {
            events.publishEvent(
                    new LetterArrived(kept.get(), thread, proof, letter.from(), letter.subject(), letter.text()));
        }
        // a helpdesk is a machine: what it writes may be news for a room that knows its address
        if (kept.isPresent()
                && (fate == Fate.STRAY || (fate == Fate.AUTOMATIC && thread.isEmpty() && !isBomb(letter, "")))) {
            events.publishEvent(new LetterStrayed(kept.get(), letter.from(), letter.subject(), letter.text()));
        }
        incoming.mark(mailbox, mark);
    }

    private Fate fate(Received letter, String thread) {
        if (letter.looped() || incoming.isOurs(letter.messageId())) {
            return Fate.LOOP;
        }
        if (letter.automatic()) {
            return Fate.AUTOMATIC;
        }
        if (isBomb(letter, thread)) {
            return Fate.TOO_MANY;
        }
        return thread.isEmpty() ? Fate.STRAY : Fate.FILED;
    }

    private boolean isBomb(Received letter, String thread) {
        var anHourAgo = time.clock().instant().minus(Duration.ofHours(1));
        return incoming.since(letter.from(), anHourAgo) >= mostPerHour
                || (!thread.isEmpty() && incoming.inThreadSince(thread, anHourAgo) >= mostPerThread);
    }

    /** By its sealed address; by what it refers to; by the tag in its subject where a mail programme has lost both. */
    private Optional<Belonging> belonging(Received letter) {
        var sealed = seals.thread(letter.to()).filter(incoming::knows);
        if (sealed.isPresent()) {
            return sealed.map(thread -> new Belonging(thread, Proof.SEAL));
        }
        for (var id : letter.answers()) {
            var ours = incoming.threadOfOurs(id);
            if (ours.isPresent()) {
                return ours.map(thread -> new Belonging(thread, Proof.ANSWER));
            }
        }
        for (var id : letter.answers()) {
            var known = incoming.threadOf(id);
            if (known.isPresent()) {
                return known.map(thread -> new Belonging(thread, Proof.NONE));
            }
        }
        return TAG.matcher(letter.subject())
                .results()
                .map(tag -> "ticket:" + Long.parseLong(tag.group(1)))
                .filter(incoming::knows)
                .findFirst()
                .map(thread -> new Belonging(thread, Proof.NONE));
    }
}
