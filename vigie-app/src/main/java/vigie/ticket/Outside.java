package vigie.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/**
 * The door of tickets to a helpdesk of others. What comes in is an ordinary ticket and what is said in it an ordinary
 * entry, each taken once; but nobody is written to, for the helpdesk has done so, and its people need no right here.
 */
@Component
public class Outside {
    private final Tickets house;
    private final TicketTable tickets;
    private final EntryTable entries;
    private final Wishes wishes;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final Escalations escalations;
    private final Clock clock;

    Outside(
            Tickets house,
            TicketTable tickets,
            EntryTable entries,
            Wishes wishes,
            Journal journal,
            ApplicationEventPublisher news,
            Escalations escalations,
            Clock clock) {
        this.house = house;
        this.tickets = tickets;
        this.entries = entries;
        this.wishes = wishes;
        this.journal = journal;
        this.news = news;
        this.escalations = escalations;
        this.clock = clock;
    }

    /**
     * Opens a ticket that was opened elsewhere.
     *
     * @param key by which it is known again: the same key opens one ticket
     * @param who who opened it there, as people here read it
     */
    @Transactional
    public long open(String key, String who, SiteId site, String subject, String text, Priority priority, State state) {
        var draft = new Draft(
                site, 0, cut(subject, Draft.LONGEST_SUBJECT), cut(text, Draft.LONGEST_TEXT), priority, "en", key);
        var now = clock.instant();
        var wish = wishes.of(site);
        var term = wish.quality().within(priority, wish.country());
        var added = tickets.add(draft, state, false, who, now, wish.quality(), term);
        if (added.isEmpty()) {
            return tickets.sameAs(draft).orElseThrow(() -> Refusal.conflict("ticket.moved-on", 0));
        }
        var id = added.get();
        entries.add(id, new Entry(0, now, "MESSAGE", who, true, draft.text()), 0, key + ":text");
        journal.write(Actor.HOUSE, "ticket:" + id, "ticket.deed.opened", "", draft.subject(), who);
        news.publishEvent(new TicketOpened(id));
        return id;
    }

    /** Hears what was said there, once for each key; a note is seen only by those who handle tickets. */
    @Transactional
    public void hear(long id, String key, String who, String text, boolean note) {
        var ticket = held(id);
        var entry = new Entry(0, clock.instant(), note ? "NOTE" : "MESSAGE", who, true, cut(text, Draft.LONGEST_TEXT));
        if (entries.add(id, entry, 0, key)) {
            tickets.progress(id, ticket.state(), who, true, clock.instant());
            if (!note) {
                escalations.answered(ticket);
            }
            journal.write(Actor.HOUSE, "ticket:" + id, "ticket.deed.answered", "", who, "");
        }
    }

    /** The house notes something in a ticket for those who handle it. */
    @Transactional
    public void note(long id, String text) {
        held(id);
        entries.add(id, new Entry(0, clock.instant(), "NOTE", Actor.HOUSE.name(), true, text), 0, null);
    }

    /** Follows a ticket to the state that it has there, whatever moves are usual here. */
    @Transactional
    public void become(long id, State to, String who, String solution) {
        var ticket = held(id);
        if (ticket.state() != to) {
            house.follow(ticket, to, who, solution);
            tickets.progress(id, to, who, true, clock.instant());
            if (to.isOpen()) {
                escalations.answered(ticket);
            }
        }
    }

    /** Follows a ticket to the priority that it has there. */
    @Transactional
    public void priority(long id, Priority to, String who) {
        var ticket = held(id);
        if (ticket.priority() == to) {
            return;
        }
        var term = ticket.quality().within(to, ticket.responseTerm().country());
        tickets.priority(id, to, term, term.after(ticket.opened()));
        journal.write(
                Actor.HOUSE,
                "ticket:" + id,
                "ticket.deed.priority",
                ticket.priority().name(),
                to.name(),
                who);
    }

    /** What was said in a ticket after an entry, first to last, but not under keys that begin so: it came from there. */
    @Transactional(readOnly = true)
    public List<Entry> said(long ticket, long after, String butNot) {
        return entries.after(ticket, after, butNot);
    }

    /** Those that were opened after a ticket of this number, and that still are open. */
    public List<Long> openedAfter(long ticket) {
        return tickets.openAfter(ticket);
    }

    /** The number of the newest ticket; 0 where there is none. */
    public long newest() {
        return tickets.newest();
    }

    private Ticket held(long id) {
        return tickets.hold(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
    }

    private static String cut(String text, int longest) {
        var clean = text.replace('\0', '\uFFFD');
        return clean.length() > longest ? clean.substring(0, longest - 3) + "..." : clean;
    }

    /** When the state, or the priority, of a ticket was last changed here. */
    public Instant changed(long id, boolean state) {
        var deed = state ? "ticket.deed.moved" : "ticket.deed.priority";
        return journal.about("ticket:" + id).stream()
                .filter(done -> done.deed().equals(deed))
                .findFirst()
                .map(done -> done.at())
                .orElse(Instant.EPOCH);
    }
}
