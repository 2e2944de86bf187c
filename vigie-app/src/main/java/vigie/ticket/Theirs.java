package vigie.ticket;

import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.problem.Following;
import vigie.words.Refusal;
import vigie.words.Words;

/**
 * Tickets that somebody opened without knowing of a problem, and that turn out to be of its cause: they follow it, and no
 * ticket of ours falls due. Where a ticket follows it already both go on, each knowing of the other.
 */
@Component
public class Theirs {
    private final TicketTable tickets;
    private final EntryTable entries;
    private final Following following;
    private final Clock clock;

    Theirs(TicketTable tickets, EntryTable entries, Following following, Clock clock) {
        this.tickets = tickets;
        this.entries = entries;
        this.following = following;
        this.clock = clock;
    }

    /** Joins it to a problem; whether it follows that from now on. */
    @Transactional
    public boolean join(Actor actor, long id, long problem, String why) {
        var ticket = held(actor, id);
        if (!ticket.state().isOpen()) {
            throw Refusal.conflict("ticket.ended", id);
        }
        if (ticket.problem() != 0) {
            throw Refusal.conflict("ticket.has-problem", id, ticket.problem());
        }
        var about = following.held(actor, problem);
        var follows = following.begin(actor, problem, id, why);
        if (follows) {
            tickets.about(id, problem, about.recovered());
            tickets.noLongerDue(problem, clock.instant());
        }
        told(actor, ticket, "ticket.joined", problem, why);
        return follows;
    }

    /** It was not of that cause: both stand as if they had never been joined. */
    @Transactional
    public void leave(Actor actor, long id, long problem, String why) {
        var ticket = held(actor, id);
        if (ticket.problem() == problem) {
            tickets.about(id, 0, null);
            following.undo(actor, problem, id, why);
        }
        told(actor, ticket, "ticket.left", problem, why);
    }

    /** It has ended; whether the problem is still bad, and has come back for it. */
    @Transactional
    public boolean ends(long id, long problem, String why) {
        var ticket = tickets.hold(id).filter(one -> one.problem() == problem);
        var returned = ticket.isPresent() && following.ends(problem, id, why);
        if (returned) {
            tickets.about(id, 0, null);
        }
        return returned;
    }

    private void told(Actor actor, Ticket ticket, String sentence, long problem, String why) {
        var words = Words.of(Locale.forLanguageTag(ticket.language()));
        var said = words.say(sentence, Long.toString(problem), why);
        entries.add(ticket.id(), new Entry(0, clock.instant(), "CHANGE", actor.name(), true, said), 0, null);
        tickets.progress(ticket.id(), ticket.state(), actor, clock.instant());
    }

    private Ticket held(Actor actor, long id) {
        var ticket = tickets.hold(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
        actor.mustBeAllowed(Right.HANDLE_TICKETS, ticket.site().value());
        return ticket;
    }
}
