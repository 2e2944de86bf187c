package vigie.ticket;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** Who else a ticket concerns: persons who watch it, and sites that see the same. */
@Component
class Others {
    private final TicketTable tickets;
    private final WatcherTable watchers;
    private final MeTooTable meToos;
    private final Federation federation;
    private final Journal journal;
    private final Clock clock;

    Others(
            TicketTable tickets,
            WatcherTable watchers,
            MeTooTable meToos,
            Federation federation,
            Journal journal,
            Clock clock) {
        this.tickets = tickets;
        this.watchers = watchers;
        this.meToos = meToos;
        this.federation = federation;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whoever may read it may ask for its public letters. */
    @Transactional
    void watch(Actor actor, long id, boolean wanted) {
        actor.mustBeAllowed(Right.READ);
        known(id);
        if (wanted) {
            watchers.add(id, actor.person(), clock.instant());
        } else {
            watchers.remove(id, actor.person());
        }
        journal.write(
                actor, "ticket:" + id, wanted ? "ticket.deed.watched" : "ticket.deed.unwatched", "", actor.login(), "");
    }

    /** A site says that it sees the same, and what it sees; it moves nothing and is mailed to nobody. */
    @Transactional
    void meToo(Actor actor, long id, SiteId site, String evidence) {
        var ticket = known(id);
        actor.mustBeAllowed(Right.REPLY_TICKETS, site.value());
        if (federation.site(site).isEmpty() || site.equals(ticket.site())) {
            throw Refusal.unreadable("site", "ticket.me-too-site", site.value());
        }
        if (!ticket.state().isOpen()) {
            throw Refusal.conflict("ticket.ended", id);
        }
        var said = evidence.replace("\r\n", "\n").strip();
        if (said.isEmpty() || said.length() > Draft.LONGEST_TEXT || said.indexOf('\0') >= 0) {
            throw Refusal.unreadable("evidence", "ticket.text-length", said.length(), Draft.LONGEST_TEXT);
        }
        meToos.put(id, site, clock.instant(), actor.name(), said);
        journal.write(actor, "ticket:" + id, "ticket.deed.me-too", "", "site:" + site.value(), "");
    }

    private Ticket known(long id) {
        return tickets.find(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
    }
}
