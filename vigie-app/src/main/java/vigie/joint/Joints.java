package vigie.joint;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.help.Calls;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.problem.Following;
import vigie.ticket.Theirs;
import vigie.ticket.Ticket;
import vigie.ticket.Tickets;
import vigie.words.Refusal;
import vigie.words.Words;

/**
 * Says that what a person wrote is of the cause of a problem, that it is not, or that it was joined wrongly. A ticket that is
 * joined follows the problem where none does yet; a call is told of it and withholds nothing, since a list promises nothing.
 */
@Component
class Joints {
    private static final int LONGEST_TEXT = 1000;

    private final JointTable table;
    private final Theirs theirs;
    private final Following following;
    private final Tickets tickets;
    private final Calls calls;
    private final JointSentences sentences;
    private final Journal journal;
    private final Clock clock;

    Joints(
            JointTable table,
            Theirs theirs,
            Following following,
            Tickets tickets,
            Calls calls,
            JointSentences sentences,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.theirs = theirs;
        this.following = following;
        this.tickets = tickets;
        this.calls = calls;
        this.sentences = sentences;
        this.journal = journal;
        this.clock = clock;
    }

    /** Both are of one cause; {@code was} is how it stood when the actor looked. */
    @Transactional
    public void join(Actor actor, long id, Standing was, String said) {
        var why = text(said);
        var joint = held(actor, id);
        if (joint.standing() != Standing.JOINED) {
            mustStill(joint, was);
            join(actor, joint, why);
        }
    }

    private void join(Actor actor, Joint joint, String said) {
        var other = table.of(joint.kind(), joint.number()).stream()
                .filter(one -> one.standing() == Standing.JOINED)
                .findFirst();
        if (other.isPresent()) {
            throw Refusal.conflict(
                    "joint.elsewhere", joint.number(), other.get().problem());
        }
        var why = said.isEmpty() ? sentences.of(joint, language(joint)) : said;
        boolean follows;
        if (joint.kind() == Kind.TICKET) {
            follows = theirs.join(actor, joint.number(), joint.problem(), why);
        } else {
            following.held(actor, joint.problem());
            follows = false;
        }
        table.lapse(joint.kind(), joint.number());
        table.become(joint.id(), Standing.JOINED, follows, clock.instant(), actor.name(), said);
        journal.write(
                actor,
                joint.subject(),
                "joint.deed.joined",
                joint.standing().name(),
                "problem:" + joint.problem(),
                why);
    }

    /** Joins what the house has not proposed. */
    @Transactional
    public long joinByHand(Actor actor, long problem, Kind kind, long number, String said) {
        var about = following.held(actor, problem);
        var site = kind == Kind.TICKET
                ? tickets.ticket(number)
                        .map(Ticket::site)
                        .orElseThrow(() -> Refusal.unreadable("number", "ticket.unknown", number))
                : calls.call(number)
                        .map(call -> call.site())
                        .orElseThrow(() -> Refusal.unreadable("number", "help.unknown", number));
        if (!site.equals(about.site()) && !(kind == Kind.CALL && site.value() == 0)) {
            throw Refusal.conflict("joint.other-site", number, problem);
        }
        var why = text(said);
        var by = new vigie.match.Match(problem, Joint.BY_HAND, actor.name(), List.of(), java.time.Duration.ZERO);
        var known = table.between(kind, number, problem);
        if (known.isEmpty() || known.get().standing() == Standing.OVER) {
            var writing =
                    new Writing(kind, number, site, new vigie.match.Said(clock.instant(), "", "", java.util.Set.of()));
            table.propose(writing, about.site(), by, clock.instant());
        }
        var joint = table.between(kind, number, problem)
                .flatMap(one -> table.hold(one.id()))
                .orElseThrow(() -> Refusal.conflict("joint.moved-on", number));
        if (joint.standing() != Standing.JOINED) {
            join(actor, joint, why);
        }
        return joint.id();
    }

    /** It is something else, and is not proposed again. */
    @Transactional
    public void refuse(Actor actor, long id, String said) {
        var why = text(said);
        var joint = held(actor, id);
        if (joint.standing() != Standing.REFUSED) {
            mustStill(joint, Standing.PROPOSED);
            table.become(id, Standing.REFUSED, false, clock.instant(), actor.name(), why);
            journal.write(actor, joint.subject(), "joint.deed.refused", "problem:" + joint.problem(), "", why);
        }
    }

    /** They were joined wrongly: what was withheld is as it was. */
    @Transactional
    public void undo(Actor actor, long id, String said) {
        var why = text(said);
        var joint = held(actor, id);
        if (joint.standing() != Standing.UNDONE) {
            mustStill(joint, Standing.JOINED);
            if (why.isEmpty()) {
                throw Refusal.unreadable("reason", "joint.text", 0, LONGEST_TEXT);
            }
            if (joint.kind() == Kind.TICKET) {
                theirs.leave(actor, joint.number(), joint.problem(), why);
            }
            table.become(id, Standing.UNDONE, false, clock.instant(), actor.name(), why);
            journal.write(actor, joint.subject(), "joint.deed.undone", "problem:" + joint.problem(), "", why);
        }
    }

    /** A ticket has ended: a problem that is still bad follows another that was joined to it, or comes back on top. */
    @Transactional
    public void ended(long ticket) {
        table.lapse(Kind.TICKET, ticket);
        var follows = table.of(Kind.TICKET, ticket).stream()
                .filter(joint -> joint.standing() == Standing.JOINED && joint.follows())
                .findFirst()
                .flatMap(joint -> table.hold(joint.id()));
        follows.ifPresent(joint -> {
            if (theirs.ends(ticket, joint.problem(), "joint.ended")) {
                table.become(joint.id(), Standing.OVER, false, clock.instant(), Actor.HOUSE.name(), "joint.ended");
                next(joint.problem()).ifPresent(this::follow);
            }
        });
    }

    private Optional<Joint> next(long problem) {
        return table.ofProblem(problem).stream()
                .filter(joint -> joint.standing() == Standing.JOINED && joint.kind() == Kind.TICKET)
                .filter(joint -> tickets.ticket(joint.number())
                        .filter(ticket -> ticket.state().isOpen() && ticket.problem() == 0)
                        .isPresent())
                .findFirst();
    }

    private void follow(Joint joint) {
        var follows = theirs.join(Actor.HOUSE, joint.number(), joint.problem(), sentences.of(joint, language(joint)));
        table.become(joint.id(), Standing.JOINED, follows, clock.instant(), joint.who(), joint.why());
    }

    private Words language(Joint joint) {
        return joint.kind() == Kind.TICKET
                ? tickets.ticket(joint.number())
                        .map(ticket -> Words.of(Locale.forLanguageTag(ticket.language())))
                        .orElse(Words.FRENCH)
                : Words.FRENCH;
    }

    private Joint held(Actor actor, long id) {
        var joint = table.hold(id).orElseThrow(() -> Refusal.notFound("joint.unknown", id));
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, joint.site().value());
        return joint;
    }

    private static void mustStill(Joint joint, Standing was) {
        if (joint.standing() != was) {
            throw Refusal.conflict("joint.moved-on", joint.id());
        }
    }

    private static String text(String said) {
        var text = said.strip();
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.unreadable("reason", "joint.text", text.length(), LONGEST_TEXT);
        }
        return text;
    }
}
