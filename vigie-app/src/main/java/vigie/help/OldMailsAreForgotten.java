package vigie.help;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.timekeeper.Timed;

/**
 * Names, addresses and texts are deleted so long after a conversation's last mail, and refused mails so long after they
 * came; the figures stay.
 */
@Component
class OldMailsAreForgotten implements Timed {
    private final CallList list;
    private final CallTable calls;
    private final MailTable mails;
    private final AskedTable asked;
    private final RefusedMailTable refused;
    private final Settings settings;
    private final TransactionTemplate together;

    OldMailsAreForgotten(
            CallList list,
            CallTable calls,
            MailTable mails,
            AskedTable asked,
            RefusedMailTable refused,
            Settings settings,
            TransactionTemplate together) {
        this.list = list;
        this.calls = calls;
        this.mails = mails;
        this.asked = asked;
        this.refused = refused;
        this.settings = settings;
        this.together = together;
    }

    @Override
    public String name() {
        return "help.timed.forget";
    }

    @Override
    public Optional<Instant> nextDue() {
        return list.oldestKept().map(last -> last.plus(settings.kept()));
    }

    @Override
    public void play(Instant now) {
        var before = now.minus(settings.kept());
        together.executeWithoutResult(status -> {
            for (var thread : list.keptSince(before)) {
                mails.forget(thread);
                calls.forget(thread, now);
                asked.forget(thread);
            }
            refused.forgetBefore(before);
        });
    }
}
