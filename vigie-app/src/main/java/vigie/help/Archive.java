package vigie.help;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/**
 * Takes in an archive of the list, an mbox file of any length, mail by mail. Handed in again it changes nothing; cut off
 * in the middle, what was read stays, and the rest comes when it is handed in again.
 */
@Component
class Archive {
    private static final int AT_A_TIME = 200;
    private static final long MOST_HELD = 20_000_000;
    /** As much of a mail that is too large is kept as lets one see what it was. */
    private static final int KEPT_OF_LARGE = 100_000;

    private final Conversations conversations;
    private final MailTable mails;
    private final ArchiveTable runs;
    private final RefusedMailTable refused;
    private final Settings settings;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate together;

    Archive(
            Conversations conversations,
            MailTable mails,
            ArchiveTable runs,
            RefusedMailTable refused,
            Settings settings,
            Journal journal,
            Clock clock,
            TransactionTemplate together) {
        this.conversations = conversations;
        this.mails = mails;
        this.runs = runs;
        this.refused = refused;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.together = together;
    }

    /** Reads the file to its end; answers the number of the report. A file that is no mbox is refused. */
    long take(Actor actor, String name, InputStream file) throws IOException {
        actor.mustBeAllowed(Right.MANAGE_SOURCES);
        var mbox = new Mbox(file, settings.largestMail());
        var run = together.execute(status -> {
            var number = runs.begin(clock.instant(), actor.login(), name);
            journal.write(actor, "archive:" + number, "help.deed.archive", "", name, "");
            return number;
        });
        var tally = new Tally(run);
        var waiting = new ArrayList<Mbox.Piece>();
        var held = 0L;
        for (var piece = mbox.next(); piece.isPresent(); piece = mbox.next()) {
            waiting.add(piece.get());
            held += piece.get().raw().length;
            if (waiting.size() == AT_A_TIME || held > MOST_HELD) {
                together.executeWithoutResult(status -> take(waiting, tally));
                waiting.clear();
                held = 0;
            }
            if (piece.get().from() + piece.get().bytes() > settings.largestArchive()) {
                together.executeWithoutResult(status -> take(waiting, tally));
                throw Refusal.unreadable(
                        "file",
                        "help.archive-large",
                        settings.largestArchive(),
                        piece.get().position());
            }
        }
        together.executeWithoutResult(status -> {
            take(waiting, tally);
            runs.keep(run, tally.count(), true);
        });
        return run;
    }

    /** What became of the mails so far. */
    private static final class Tally {
        private final long run;
        private int mails;
        private int taken;
        private int known;
        private int tooOld;
        private int refused;

        Tally(long run) {
            this.run = run;
        }

        Run.Count count() {
            return new Run.Count(mails, taken, known, tooOld, refused);
        }
    }

    private void take(List<Mbox.Piece> pieces, Tally tally) {
        var now = clock.instant();
        var oldest = now.minus(settings.kept());
        var ids = new ArrayList<String>();
        pieces.forEach(piece -> Reading.messageId(piece.raw()).ifPresent(ids::add));
        var there = mails.known(ids);
        var fresh = new ArrayList<ListMail>();
        for (var piece : pieces) {
            tally.mails++;
            if (!piece.isCut()
                    && Reading.messageId(piece.raw()).filter(there::contains).isPresent()) {
                tally.known++;
                continue;
            }
            var reading =
                    piece.isCut() ? new Reading(null, Unread.TOO_LARGE) : Reading.of(piece.raw(), piece.written(), now);
            var mail = reading.mail();
            if (mail == null) {
                tally.refused++;
                refuse(tally.run, piece, Objects.requireNonNull(reading.unread()));
            } else if (mail.at().isBefore(oldest)) {
                tally.tooOld++;
            } else {
                fresh.add(mail);
            }
        }
        var taken = conversations.take(fresh);
        tally.taken += taken;
        tally.known += fresh.size() - taken;
        runs.keep(tally.run, tally.count(), false);
    }

    private void refuse(long run, Mbox.Piece piece, Unread reason) {
        var raw = piece.isCut()
                ? java.util.Arrays.copyOf(piece.raw(), Math.min(KEPT_OF_LARGE, piece.raw().length))
                : piece.raw();
        refused.add(
                run,
                clock.instant(),
                new Refused(piece.position(), piece.from(), piece.bytes(), raw.length, reason),
                raw);
    }
}
