package vigie.help;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts mails into their conversations: by what they refer to, in whichever order they come; by their subject where they
 * refer to nothing that is known but are marked as an answer. A mail is taken once, by its Message-ID.
 */
@Component
class Conversations {
    /** What an archive tells of the past is news for nobody. */
    private static final Duration RECENT = Duration.ofDays(3);

    private final CallTable calls;
    private final MailTable mails;
    private final Conclusions conclusions;
    private final Settings settings;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Conversations(
            CallTable calls,
            MailTable mails,
            Conclusions conclusions,
            Settings settings,
            ApplicationEventPublisher news,
            Clock clock) {
        this.calls = calls;
        this.mails = mails;
        this.conclusions = conclusions;
        this.settings = settings;
        this.news = news;
        this.clock = clock;
    }

    /** Takes those that are not known yet, in one transaction; answers how many they were. */
    @Transactional
    public int take(List<ListMail> wanted) {
        calls.lock();
        var known = new TreeSet<>(
                mails.known(wanted.stream().map(ListMail::messageId).toList()));
        var touched = new LinkedHashSet<Long>();
        var taken = 0;
        for (var mail : wanted) {
            if (known.add(mail.messageId())) {
                touched.add(put(mail, touched));
                taken++;
            }
        }
        touched.forEach(conclusions::draw);
        var recent = clock.instant().minus(RECENT);
        touched.stream()
                .filter(thread -> calls.find(thread)
                        .filter(call -> call.last().isAfter(recent))
                        .isPresent())
                .forEach(thread -> news.publishEvent(new CallChanged(thread)));
        return taken;
    }

    /** Answers the number of the thread in which the mail was put; threads that it joins are no longer touched. */
    private long put(ListMail mail, Set<Long> touched) {
        var ids = new ArrayList<String>();
        ids.add(mail.messageId());
        ids.addAll(mail.references());
        var found = mails.threadsOf(ids);
        var key = mail.subject().key();
        long thread;
        if (!found.isEmpty()) {
            thread = found.getFirst();
            for (var other : found.subList(1, found.size())) {
                mails.move(other, thread);
                calls.merge(other, thread);
                touched.remove(other);
            }
        } else {
            thread = bySubject(mail, key);
        }
        mails.add(thread, mail, ids);
        return thread;
    }

    private long bySubject(ListMail mail, String key) {
        var same = mail.subject().isReply() && !key.isEmpty()
                ? calls.ofSubject(key, mail.at(), settings.window())
                : java.util.Optional.<Long>empty();
        return same.orElseGet(() -> calls.add(key, mail.at(), settings.due(mail.at()), clock.instant()));
    }
}
