package vigie.help;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.expertise.Experts;
import vigie.expertise.Products;
import vigie.journal.Journal;
import vigie.mail.Letter;
import vigie.mail.Notifications;
import vigie.mail.Tongues;
import vigie.people.Actor;
import vigie.registry.Federation;
import vigie.registry.Site;

/**
 * Brings a call before those on duty, and before the experts on its software who have agreed to be asked: the mark and the
 * letters are written together, or none.
 */
@Component
class Climbing {
    private static final int MOST_EXPERTS = 5;

    private final CallTable calls;
    private final MailTable mails;
    private final Experts experts;
    private final Products products;
    private final Notifications post;
    private final Tongues tongues;
    private final Federation federation;
    private final Settings settings;
    private final Journal journal;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Climbing(
            CallTable calls,
            MailTable mails,
            Experts experts,
            Products products,
            Notifications post,
            Tongues tongues,
            Federation federation,
            Settings settings,
            Journal journal,
            Clock clock) {
        this.calls = calls;
        this.mails = mails;
        this.experts = experts;
        this.products = products;
        this.post = post;
        this.tongues = tongues;
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
        toExperts(call, site);
    }

    /** One letter each: nobody reads who else was asked. An answer to it comes back to the call. */
    private void toExperts(Call call, String site) {
        var first = mails.of(call.id()).stream()
                .findFirst()
                .map(MailTable.Kept::body)
                .orElse("");
        var about = products.namedIn(call.subject() + "\n" + first);
        var knowing = experts.toAsk(about).stream()
                .filter(expert -> experts.addressOf(expert.person())
                        .filter(address -> !address.equalsIgnoreCase(call.asker()))
                        .isPresent())
                .limit(MOST_EXPERTS)
                .toList();
        for (var expert : knowing) {
            var address = experts.addressOf(expert.person()).orElseThrow();
            var words = tongues.of(address);
            var theirs = about.stream()
                    .filter(product -> expert.products().stream().anyMatch(product::equalsIgnoreCase))
                    .findFirst()
                    .orElse(about.getFirst());
            var sent = post.send(new Letter(
                    List.of(address),
                    words.say("help.climb.subject", site, call.subject()),
                    words.say(
                            "help.climb.expert",
                            theirs,
                            call.subject(),
                            site,
                            call.asked(),
                            settings.url() + "/calls/" + call.id(),
                            settings.url() + "/expertise/me"),
                    call.thread()));
            mails.refer(call.id(), List.of(sent));
        }
        if (!knowing.isEmpty()) {
            journal.write(
                    Actor.HOUSE,
                    Calls.subject(call.id()),
                    "help.deed.climbed-experts",
                    "",
                    String.join(", ", about),
                    "");
        }
    }
}
