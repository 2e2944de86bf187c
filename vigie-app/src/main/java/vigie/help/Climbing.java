package vigie.help;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.mail.Letter;
import vigie.mail.Notifications;
import vigie.people.Actor;
import vigie.registry.Federation;
import vigie.registry.Site;

/** Brings a call before those on duty: the mark and the letter are written together, or neither. */
@Component
class Climbing {
    private final CallTable calls;
    private final Notifications post;
    private final Federation federation;
    private final Settings settings;
    private final Journal journal;
    private final Clock clock;

    Climbing(
            CallTable calls,
            Notifications post,
            Federation federation,
            Settings settings,
            Journal journal,
            Clock clock) {
        this.calls = calls;
        this.post = post;
        this.federation = federation;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public void climb(long id) {
        var now = clock.instant();
        var call = calls.hold(id).orElseThrow();
        if (!call.isLate(now) || call.climbed() != null) {
            return;
        }
        var words = settings.words();
        var site = federation.site(call.site()).map(Site::name).orElse("?");
        calls.climbed(id, now);
        post.send(new Letter(
                List.of(settings.duty()),
                words.say("help.climb.subject", site, call.subject()),
                words.say(
                        "help.climb.text",
                        call.subject(),
                        call.askerName().isEmpty() ? call.asker() : call.askerName(),
                        site,
                        call.asked(),
                        settings.officeHours(call.asked(), now).toHours(),
                        settings.url() + "/calls/" + id),
                ""));
        journal.write(Actor.HOUSE, Calls.subject(id), "help.deed.climbed", "", settings.duty(), "");
    }
}
