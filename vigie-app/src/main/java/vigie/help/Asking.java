package vigie.help;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.expertise.Experts;
import vigie.journal.Journal;
import vigie.mail.Letter;
import vigie.mail.Notifications;
import vigie.people.Actor;
import vigie.people.People;
import vigie.people.Person;
import vigie.people.Right;
import vigie.ticket.Draft;
import vigie.ticket.Priority;
import vigie.ticket.Tickets;
import vigie.words.Refusal;

/**
 * Sends a call with its evidence to the list, into a ticket, or to an expert. It stands among the calls at once; when the
 * list sends it back it is known, and an answer to it is its answer.
 */
@Component
class Asking {
    private final Evidence evidence;
    private final Restricted restricted;
    private final Conversations conversations;
    private final MailTable mails;
    private final CallTable calls;
    private final AskedTable asked;
    private final Tickets tickets;
    private final Experts experts;
    private final People people;
    private final Notifications post;
    private final Settings settings;
    private final Journal journal;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Asking(
            Evidence evidence,
            Restricted restricted,
            Conversations conversations,
            MailTable mails,
            CallTable calls,
            AskedTable asked,
            Tickets tickets,
            Experts experts,
            People people,
            Notifications post,
            Settings settings,
            Journal journal,
            Clock clock) {
        this.evidence = evidence;
        this.restricted = restricted;
        this.conversations = conversations;
        this.mails = mails;
        this.calls = calls;
        this.asked = asked;
        this.tickets = tickets;
        this.experts = experts;
        this.people = people;
        this.post = post;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether there is a list to write to. */
    boolean hasList() {
        return !settings.list().isEmpty();
    }

    /** Sends it once for each form; answers the number of the call. */
    @Transactional
    public long send(Actor actor, Matter matter, Request request) {
        var site = matter.site().id().value();
        actor.mustBeAllowed(Right.REPLY_TICKETS, site);
        asked.lock(request.key());
        var before = asked.ofForm(request.key());
        if (before.isPresent()) {
            return before.get();
        }
        var subject = restricted.cleared(request.subject());
        var text = restricted.cleared(
                request.tried().isEmpty()
                        ? request.text()
                        : request.text() + "\n\n" + settings.words().say("help.pack.tried") + "\n" + request.tried());
        var whole = text + "\n\n" + settings.words().say("help.pack.signed", actor.name());
        var thread = begin(actor, matter, subject, whole, request);
        var goal = 0L;
        switch (request.way()) {
            case LIST -> journal.write(actor, Calls.subject(thread), "help.deed.asked-list", "", settings.list(), "");
            case TICKET -> {
                goal = ticket(actor, matter, subject, text, request);
                calls.close(
                        thread,
                        clock.instant(),
                        actor.name(),
                        settings.words().say("help.in-ticket", Long.toString(goal)));
                journal.write(actor, Calls.subject(thread), "help.deed.asked-ticket", "", "ticket:" + goal, "");
            }
            case EXPERT -> {
                goal = request.expert();
                journal.write(actor, Calls.subject(thread), "help.deed.asked-expert", "", "", "");
            }
        }
        asked.add(
                thread,
                matter,
                request,
                new AskedTable.Goal(
                        actor.person(),
                        goal,
                        evidence.of(matter, settings.words()).text()),
                clock.instant());
        return thread;
    }

    /** The conversation begins; the letter that leaves bears its name, so that answers come back to it. */
    private long begin(Actor actor, Matter matter, String subject, String text, Request request) {
        var id = "<asked-" + UUID.randomUUID() + "@vigie>";
        var sender = people.person(actor.person()).map(Person::mail).orElse("");
        conversations.take(List.of(new ListMail(
                id,
                List.of(),
                clock.instant(),
                sender.toLowerCase(Locale.ROOT),
                actor.name(),
                Subject.of(subject),
                text,
                false)));
        var thread = mails.threadsOf(List.of(id)).getFirst();
        calls.call(thread, true);
        calls.site(thread, matter.site().id().value());
        if (request.way() != Way.TICKET) {
            var to = request.way() == Way.LIST ? list() : expert(request.expert());
            var sent = post.send(new Letter(List.of(to), subject, text, "call:" + thread));
            mails.passedOn(id, sent);
            mails.refer(thread, List.of(sent));
        }
        return thread;
    }

    private long ticket(Actor actor, Matter matter, String subject, String text, Request request) {
        var site = matter.site().id();
        var follows = matter.problem() != null
                        && matter.problem().ticket() == 0
                        && matter.problem().isOpen()
                        && actor.may(Right.HANDLE_TICKETS, site.value())
                ? matter.problem().id()
                : 0;
        return tickets.open(
                actor,
                new Draft(
                        site,
                        follows,
                        subject,
                        text,
                        Priority.URGENT,
                        settings.words().language(),
                        "asked:" + request.key()));
    }

    private String list() {
        if (!hasList()) {
            throw Refusal.conflict("help.no-list");
        }
        return settings.list();
    }

    private String expert(long person) {
        return experts.addressOf(person)
                .orElseThrow(() -> Refusal.unreadable("expert", "help.no-expert", Long.toString(person)));
    }
}
