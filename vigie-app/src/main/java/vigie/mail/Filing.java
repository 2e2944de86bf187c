package vigie.mail;

import java.time.Clock;
import java.time.Duration;
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

    private final IncomingTable incoming;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TrueTime time;
    private final int mostPerHour;

    Filing(
            IncomingTable incoming,
            ApplicationEventPublisher events,
            Clock clock,
            TrueTime time,
            @Value("${vigie.mail.imap.per-hour:20}") int mostPerHour) {
        this.incoming = incoming;
        this.events = events;
        this.clock = clock;
        this.time = time;
        this.mostPerHour = mostPerHour;
    }

    @Transactional
    public void file(Received letter, byte[] raw, boolean tooLarge, String mailbox, IncomingTable.Mark mark) {
        var thread = thread(letter);
        var fate = tooLarge ? Fate.TOO_LARGE : fate(letter, thread);
        var kept = fate == Fate.LOOP
                ? Optional.<Long>empty()
                : incoming.add(
                        letter,
                        thread.orElse(""),
                        fate,
                        clock.instant(),
                        time.clock().instant(),
                        raw);
        if (kept.isPresent() && fate == Fate.FILED) {
            events.publishEvent(new LetterArrived(
                    kept.get(), thread.orElseThrow(), letter.from(), letter.subject(), letter.text()));
        }
        incoming.mark(mailbox, mark);
    }

    private Fate fate(Received letter, Optional<String> thread) {
        if (incoming.isOurs(letter.messageId())) {
            return Fate.LOOP;
        }
        if (letter.automatic()) {
            return Fate.AUTOMATIC;
        }
        if (incoming.since(letter.from(), time.clock().instant().minus(Duration.ofHours(1))) >= mostPerHour) {
            return Fate.TOO_MANY;
        }
        return thread.isPresent() ? Fate.FILED : Fate.STRAY;
    }

    /** By what it refers to; by the tag in its subject where a mail programme has lost that. */
    private Optional<String> thread(Received letter) {
        for (var id : letter.answers()) {
            var known = incoming.threadOf(id);
            if (known.isPresent()) {
                return known;
            }
        }
        return TAG.matcher(letter.subject())
                .results()
                .map(tag -> "ticket:" + Long.parseLong(tag.group(1)))
                .filter(incoming::knows)
                .findFirst();
    }
}
