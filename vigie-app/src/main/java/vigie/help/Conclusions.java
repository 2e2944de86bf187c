package vigie.help;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws from the mails of a conversation what it is: a call or not, of which site, answered by whom and how fast. The
 * first mail of another person answers; what a machine wrote answers nobody. What a person has said of it stands.
 */
@Component
class Conclusions {
    private final CallTable calls;
    private final MailTable mails;
    private final Whose whose;
    private final Settings settings;

    Conclusions(CallTable calls, MailTable mails, Whose whose, Settings settings) {
        this.calls = calls;
        this.mails = mails;
        this.whose = whose;
        this.settings = settings;
    }

    /** Looks at all mails of a thread again and writes down what follows. */
    void draw(long thread) {
        var before = calls.hold(thread).orElseThrow();
        var all = mails.of(thread);
        if (before.forgotten() != null || all.isEmpty()) {
            return;
        }
        var first = all.getFirst();
        var subject = Subject.of(first.subject());
        var said = calls.said(thread);
        var verdict = AsksForHelp.of(subject, first.body());
        var site = whose.site(first.subject(), first.sender(), first.body());
        var answer = answer(all);
        var byHand = said.answerByHand();
        var answered =
                byHand ? before.answered() : answer.map(MailTable.Kept::at).orElse(null);
        calls.conclude(
                thread,
                new Conclusion(
                        subject.plain().isEmpty() ? first.subject() : subject.plain(),
                        subject.key(),
                        first.at(),
                        all.getLast().at(),
                        all.size(),
                        before.byHand() ? before.isCall() : verdict.isCall() && !first.automatic(),
                        verdict.why(),
                        said.siteByHand()
                                ? before.site().value()
                                : site.map(found -> found.site().value()).orElse(0L),
                        said.siteByHand()
                                ? before.siteWhy()
                                : site.map(Whose.Found::why).orElse(""),
                        first.sender(),
                        first.senderName(),
                        answered,
                        byHand
                                ? before.answerer()
                                : answer.map(MailTable.Kept::sender).orElse(""),
                        byHand
                                ? before.answererName()
                                : answer.map(MailTable.Kept::senderName).orElse(""),
                        byHand
                                ? before.otherHouse()
                                : answer.flatMap(mail -> whose.differ(first.sender(), mail.sender()))
                                        .orElse(null),
                        answered == null ? null : settings.officeHours(first.at(), answered),
                        state(before, answered),
                        settings.due(first.at()),
                        calls.seen(thread).minus(settings.quietAfter())));
    }

    private static Optional<MailTable.Kept> answer(List<MailTable.Kept> all) {
        var asker = all.getFirst();
        return all.stream()
                .skip(1)
                .filter(mail -> !mail.automatic() && !isOf(asker, mail))
                .findFirst();
    }

    /** The same person: by address, or by name where one of both has none. */
    private static boolean isOf(MailTable.Kept asker, MailTable.Kept mail) {
        return (asker.sender().isEmpty() || mail.sender().isEmpty())
                ? asker.senderName().equalsIgnoreCase(mail.senderName())
                : asker.sender().equals(mail.sender());
    }

    private static CallState state(Call before, @Nullable Instant answered) {
        if (before.state() == CallState.CLOSED) {
            return CallState.CLOSED;
        }
        return answered == null ? CallState.OPEN : CallState.ANSWERED;
    }
}
