package vigie.ticket;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;
import vigie.words.Words;

/**
 * Binds tickets to each other, and undoes it in one step. A slave follows its master and is on hold meanwhile; a parent
 * is on hold until its last child is solved. Nobody is both slave and master, so that there is one to look at.
 */
@Component
class Bonds {
    private static final int LONGEST_REASON = 1000;

    private final BondTable bonds;
    private final TicketTable tickets;
    private final EntryTable entries;
    private final Journal journal;
    private final Clock clock;

    Bonds(BondTable bonds, TicketTable tickets, EntryTable entries, Journal journal, Clock clock) {
        this.bonds = bonds;
        this.tickets = tickets;
        this.entries = entries;
        this.journal = journal;
        this.clock = clock;
    }

    /** Makes one the slave, or the child, of the other. */
    @Transactional
    void bind(Actor actor, long id, long otherId, Bond.Kind kind, String reason) {
        if (id == otherId) {
            throw Refusal.unreadable("other", "ticket.bond-self", id);
        }
        var first = held(actor, Math.min(id, otherId));
        var second = held(actor, Math.max(id, otherId));
        var ticket = first.id() == id ? first : second;
        var other = first.id() == id ? second : first;
        var why = why(reason);
        if (!ticket.state().isOpen() || !other.state().isOpen()) {
            throw Refusal.conflict("ticket.ended", ticket.state().isOpen() ? otherId : id);
        }
        var bound = bonds.of(id, kind).isPresent() || bonds.of(otherId, kind).isPresent();
        if (bound || !bonds.to(id, kind).isEmpty()) {
            throw Refusal.conflict("ticket.bond-taken", id, otherId);
        }
        var held = kind == Bond.Kind.MASTER ? ticket : other;
        bonds.add(new Bond(0, id, otherId, kind, held.state(), clock.instant(), actor.name(), why));
        told(actor, ticket, "ticket.bound." + kind, otherId, why);
        told(actor, other, "ticket.bound-to." + kind, id, why);
        tickets.progress(held.id(), State.ON_HOLD, actor, clock.instant());
        journal.write(actor, "ticket:" + id, "ticket.deed.bound", "", kind + " ticket:" + otherId, why);
    }

    /** Undoes a bond: both are as they were, with all that was said meanwhile. */
    @Transactional
    void undo(Actor actor, long bondId, String reason) {
        var bond = bonds.find(bondId).orElseThrow(() -> Refusal.notFound("ticket.bond-unknown", bondId));
        var first = held(actor, Math.min(bond.ticket(), bond.other()));
        var second = held(actor, Math.max(bond.ticket(), bond.other()));
        var ticket = first.id() == bond.ticket() ? first : second;
        var other = first.id() == bond.ticket() ? second : first;
        var why = why(reason);
        bonds.end(bondId, clock.instant());
        told(actor, ticket, "ticket.unbound", other.id(), why);
        told(actor, other, "ticket.unbound", ticket.id(), why);
        var held = bond.kind() == Bond.Kind.MASTER ? ticket : other;
        var free = bond.kind() == Bond.Kind.MASTER
                || bonds.to(other.id(), Bond.Kind.PARENT).isEmpty();
        if (held.state() == State.ON_HOLD && free) {
            tickets.progress(held.id(), bond.was(), actor, clock.instant());
        }
        journal.write(
                actor, "ticket:" + ticket.id(), "ticket.deed.unbound", bond.kind() + " ticket:" + other.id(), "", why);
    }

    boolean isSlave(long ticket) {
        return bonds.of(ticket, Bond.Kind.MASTER).isPresent();
    }

    /** The open slaves of a ticket, held until the transaction ends. */
    List<Ticket> slavesOf(long ticket) {
        return bonds.to(ticket, Bond.Kind.MASTER).stream()
                .flatMap(bond -> tickets.hold(bond.ticket()).stream())
                .filter(slave -> slave.state().isOpen())
                .toList();
    }

    /** A slave goes its own way again. */
    void free(long ticket) {
        bonds.of(ticket, Bond.Kind.MASTER).ifPresent(bond -> bonds.end(bond.id(), clock.instant()));
    }

    /** A child is over: its parent is told, and goes on when it was the last; answers the parent where it does. */
    Optional<Ticket> childIsOver(Ticket child, String solution) {
        var parent = bonds.of(child.id(), Bond.Kind.PARENT)
                .flatMap(bond -> tickets.hold(bond.other()))
                .filter(found -> found.state().isOpen());
        parent.ifPresent(found -> told(Actor.HOUSE, found, "ticket.child-over", child.id(), solution));
        return parent.filter(found -> found.state() == State.ON_HOLD && openChildren(found.id()) == 0);
    }

    private long openChildren(long parent) {
        return bonds.to(parent, Bond.Kind.PARENT).stream()
                .flatMap(bond -> tickets.find(bond.ticket()).stream())
                .filter(child -> child.state().isOpen())
                .count();
    }

    private void told(Actor actor, Ticket ticket, String sentence, long far, String why) {
        var said = Words.of(Locale.forLanguageTag(ticket.language())).say(sentence, Long.toString(far), why);
        entries.add(ticket.id(), new Entry(0, clock.instant(), "CHANGE", actor.name(), true, said), 0, null);
    }

    private Ticket held(Actor actor, long id) {
        var ticket = tickets.hold(id).orElseThrow(() -> Refusal.unreadable("other", "ticket.unknown", id));
        actor.mustBeAllowed(Right.HANDLE_TICKETS, ticket.site().value());
        return ticket;
    }

    private static String why(String reason) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            throw Refusal.unreadable("reason", "ticket.text-length", why.length(), LONGEST_REASON);
        }
        return why;
    }
}
