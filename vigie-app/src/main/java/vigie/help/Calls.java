package vigie.help;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** The calls of the list, and what people say of them. Each deed is checked against the site and journaled. */
@Component
public class Calls {
    private static final int LONGEST_TEXT = 2000;

    private final CallTable calls;
    private final Conclusions conclusions;
    private final Federation federation;
    private final Settings settings;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final MailTable mails;
    private final CallList list;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Calls(
            CallTable calls,
            Conclusions conclusions,
            Federation federation,
            Settings settings,
            Journal journal,
            ApplicationEventPublisher news,
            MailTable mails,
            CallList list,
            Clock clock) {
        this.calls = calls;
        this.conclusions = conclusions;
        this.federation = federation;
        this.settings = settings;
        this.journal = journal;
        this.news = news;
        this.mails = mails;
        this.list = list;
        this.clock = clock;
    }

    /** The conversation of a number, a call or not. */
    public Optional<Call> call(long id) {
        return calls.find(id);
    }

    /** The calls asked since a moment that nobody has closed. */
    public List<Call> askedSince(Instant moment) {
        return list.askedSince(moment);
    }

    /** Its subject, and after it what its first mail says: for reading by the house, not by a person. */
    public String text(Call call) {
        var said = mails.of(call.id()).stream().findFirst().map(MailTable.Kept::body);
        return call.subject() + "\n" + said.orElse("");
    }

    /** Its subject as far as the reader may see it. */
    public String title(Call call, Actor reader) {
        return CallLine.mayRead(reader, call) ? call.subject() : Veil.over(call.subject());
    }

    /** Its mails, as far as the reader may see them. */
    public List<MailLine> mails(Call call, Actor reader) {
        var open = CallLine.mayRead(reader, call);
        return mails.of(call.id()).stream().map(mail -> MailLine.of(mail, open)).toList();
    }

    /** Says whether it is a call; that stands, whatever is read later. */
    @Transactional
    public void isCall(Actor actor, long id, boolean isCall, String reason) {
        var call = held(actor, Right.HANDLE_TICKETS, id);
        var why = reason.strip().isEmpty() ? "" : text("reason", reason);
        calls.call(id, isCall);
        journal.write(
                actor, subject(id), "help.deed.kind", Boolean.toString(call.isCall()), Boolean.toString(isCall), why);
        news.publishEvent(new CallChanged(id));
    }

    /** Says which site it concerns; an empty name for none. */
    @Transactional
    public void concerns(Actor actor, long id, String siteName) {
        var call = held(actor, Right.HANDLE_TICKETS, id);
        var site = siteName.strip().isEmpty()
                ? Optional.<Site>empty()
                : Optional.of(federation
                        .siteNamed(siteName.strip())
                        .orElseThrow(() -> Refusal.unreadable("site", "help.site-unknown", siteName)));
        calls.site(id, site.map(found -> found.id().value()).orElse(0L));
        journal.write(actor, subject(id), "help.deed.site", name(call.site()), siteName.strip(), "");
        news.publishEvent(new CallChanged(id));
    }

    /** Says that somebody has answered elsewhere: by telephone, in person, in a ticket. */
    @Transactional
    public void answered(Actor actor, long id, String by) {
        var call = held(actor, Right.REPLY_TICKETS, id);
        var who = text("reason", by);
        if (call.state() != CallState.OPEN) {
            throw Refusal.conflict("help.moved-on", id);
        }
        var now = clock.instant();
        calls.answer(id, now, who, settings.officeHours(call.asked(), now));
        journal.write(actor, subject(id), "help.deed.answered", "", who, "");
    }

    /** Puts it aside; the reason is what the others read. */
    @Transactional
    public void close(Actor actor, long id, String reason) {
        var call = held(actor, Right.REPLY_TICKETS, id);
        var why = text("reason", reason);
        if (call.state() == CallState.CLOSED) {
            throw Refusal.conflict("help.moved-on", id);
        }
        calls.close(id, clock.instant(), actor.name(), why);
        journal.write(actor, subject(id), "help.deed.closed", call.state().name(), "", why);
        news.publishEvent(new CallChanged(id));
    }

    /** Takes back that it was closed or answered elsewhere: its state follows from its mails again. */
    @Transactional
    public void reopen(Actor actor, long id, String reason) {
        var call = held(actor, Right.REPLY_TICKETS, id);
        var why = text("reason", reason);
        if (call.state() == CallState.OPEN) {
            throw Refusal.conflict("help.moved-on", id);
        }
        calls.reopen(id);
        conclusions.draw(id);
        journal.write(actor, subject(id), "help.deed.reopened", call.state().name(), "", why);
        news.publishEvent(new CallChanged(id));
    }

    private Call held(Actor actor, Right right, long id) {
        var call = calls.hold(id).orElseThrow(() -> Refusal.notFound("help.unknown", id));
        actor.mustBeAllowed(right, call.site().value());
        return call;
    }

    private String name(SiteId site) {
        return federation.site(site).map(Site::name).orElse("");
    }

    private static String text(String field, String said) {
        var text = said.strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.unreadable(field, "help.text", text.length(), LONGEST_TEXT);
        }
        return text;
    }

    static String subject(long id) {
        return "call:" + id;
    }
}
