package vigie.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.agenda.Vital;
import vigie.agenda.Vitals;
import vigie.mail.Mailbox;
import vigie.mail.MailboxRounds;
import vigie.mail.Mark;

/** Reads the mailbox that is subscribed to the list: nobody on the list changes a habit. */
@Component
class ListIsRead extends MailboxRounds implements Vitals {
    private final ListMailboxTable marks;
    private final Conversations conversations;
    private final RefusedMailTable refused;
    private final Clock clock;
    private final TransactionTemplate together;
    private volatile String trouble = "";

    @SuppressWarnings("TooManyParameters")
    ListIsRead(
            ListMailboxTable marks,
            Conversations conversations,
            RefusedMailTable refused,
            Clock clock,
            TransactionTemplate together,
            @Value("${vigie.help.imap.host:}") String host,
            @Value("${vigie.help.imap.port:993}") int port,
            @Value("${vigie.help.imap.user:}") String user,
            @Value("${vigie.help.imap.password:}") String password,
            @Value("${vigie.help.imap.ssl:true}") boolean ssl,
            @Value("${vigie.help.imap.every:PT1M}") Duration every) {
        super("list-is-read", every, new Mailbox(host, port, user, password, ssl));
        this.marks = marks;
        this.conversations = conversations;
        this.refused = refused;
        this.clock = clock;
        this.together = together;
    }

    @Override
    protected Optional<Mark> mark(String name) {
        return marks.mark(name);
    }

    @Override
    protected void take(byte[] raw, boolean tooLarge, String name, Mark mark) {
        var now = clock.instant();
        // a live list that gives no date has just written
        var reading = Reading.of(raw, Optional.of(now), now);
        var mail = reading.mail();
        var reason = tooLarge ? Unread.TOO_LARGE : reading.unread();
        together.executeWithoutResult(status -> {
            if (mail != null && !tooLarge) {
                conversations.take(List.of(mail));
            } else if (reason != null) {
                refused.add(
                        RefusedMailTable.MAILBOX,
                        now,
                        new Refused((int) mark.uid(), 0, raw.length, raw.length, reason),
                        raw);
            }
            marks.mark(name, mark);
        });
    }

    @Override
    protected void trouble(String what) {
        trouble = what;
    }

    @Override
    public List<Vital> signs(Instant now) {
        if (!isWanted()) {
            return List.of();
        }
        return List.of(
                trouble.isEmpty()
                        ? Vital.of("help.reading.well", true, 0)
                        : Vital.of("help.reading.trouble", false, 1, trouble));
    }
}
