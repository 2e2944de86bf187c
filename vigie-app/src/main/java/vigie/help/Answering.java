package vigie.help;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.mail.Arrivals;
import vigie.mail.Letter;
import vigie.mail.LetterArrived;
import vigie.mail.Notifications;
import vigie.mail.Received;
import vigie.people.Actor;
import vigie.people.People;

/**
 * Puts an answer that came to the house into its conversation. What answers a call on the list goes on to the list, and
 * what an expert answers to the one who asked: a call is answered where it was made.
 */
@Component
class Answering {
    private final Conversations conversations;
    private final MailTable mails;
    private final CallTable calls;
    private final AskedTable asked;
    private final Arrivals arrivals;
    private final People people;
    private final Notifications post;
    private final Settings settings;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Answering(
            Conversations conversations,
            MailTable mails,
            CallTable calls,
            AskedTable asked,
            Arrivals arrivals,
            People people,
            Notifications post,
            Settings settings,
            Clock clock) {
        this.conversations = conversations;
        this.mails = mails;
        this.calls = calls;
        this.asked = asked;
        this.arrivals = arrivals;
        this.people = people;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    /** Hears a letter once, however often it is told. */
    @Transactional
    public void heard(long thread, LetterArrived letter) {
        var call = calls.find(thread);
        if (call.isEmpty()) {
            return;
        }
        var first = mails.of(thread).stream().findFirst().map(MailTable.Kept::messageId);
        var came = arrivals.of(letter.letter());
        // under its own name: who answers to the list and to us answers once
        var id = came.map(Received::messageId).orElse("<letter-" + letter.letter() + "@vigie>");
        var name = people.ofMail(letter.from()).map(Actor::name).orElse("");
        var mail = new ListMail(
                id,
                first.map(List::of).orElse(List.of()),
                clock.instant(),
                letter.from(),
                name,
                Subject.of(letter.subject()),
                letter.text(),
                false);
        if (conversations.take(List.of(mail)) == 0) {
            return;
        }
        var to = goesTo(call.get(), letter.from());
        if (!to.isEmpty() && came.filter(one -> one.to().contains(to)).isEmpty()) {
            var said = settings.words().say("help.answer.passed", name.isEmpty() ? letter.from() : name, letter.text());
            var sent = post.send(new Letter(
                    List.of(to), "Re: " + call.get().subject(), said, call.get().thread()));
            mails.passedOn(id, sent);
            mails.refer(thread, List.of(sent));
        }
    }

    private String goesTo(Call call, String from) {
        var way = asked.ofThread(call.id()).map(AskedTable.Kept::way);
        if (way.filter(one -> one == Way.LIST).isPresent()) {
            return settings.list().toLowerCase(Locale.ROOT);
        }
        return way.filter(one -> one == Way.EXPERT).isPresent() && !from.equals(call.asker()) ? call.asker() : "";
    }
}
