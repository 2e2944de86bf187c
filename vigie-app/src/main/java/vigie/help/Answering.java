package vigie.help;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.mail.Letter;
import vigie.mail.LetterArrived;
import vigie.mail.Notifications;
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
            People people,
            Notifications post,
            Settings settings,
            Clock clock) {
        this.conversations = conversations;
        this.mails = mails;
        this.calls = calls;
        this.asked = asked;
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
        var id = "<letter-" + letter.letter() + "@vigie>";
        var mail = new ListMail(
                id,
                first.map(List::of).orElse(List.of()),
                clock.instant(),
                letter.from(),
                people.ofMail(letter.from()).map(Actor::name).orElse(""),
                Subject.of(letter.subject()),
                letter.text(),
                false);
        if (conversations.take(List.of(mail)) == 0) {
            return;
        }
        var to = goesTo(call.get(), letter.from());
        if (!to.isEmpty()) {
            var said = settings.words().say("help.answer.passed", letter.from(), letter.text());
            var sent = post.send(new Letter(
                    List.of(to), "Re: " + call.get().subject(), said, call.get().thread()));
            mails.passedOn(id, sent);
            mails.refer(thread, List.of(sent));
        }
    }

    private String goesTo(Call call, String from) {
        var way = asked.ofThread(call.id()).map(AskedTable.Kept::way);
        if (way.filter(one -> one == Way.LIST).isPresent()) {
            return settings.list();
        }
        return way.filter(one -> one == Way.EXPERT).isPresent() && !from.equals(call.asker()) ? call.asker() : "";
    }
}
