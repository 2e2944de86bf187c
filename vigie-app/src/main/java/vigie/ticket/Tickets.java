package vigie.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.mail.LetterArrived;
import vigie.mail.Proof;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.SiteId;
import vigie.words.Refusal;
import vigie.words.Words;

/** The tickets of the house, and what people do with them. Each deed is checked against the site and journaled. */
@Component
public class Tickets {
    private static final int CLOSES_AFTER_DAYS = 10;

    /** Why a problem is closed whose ticket has ended. */
    static final String OVER = "ticket.over";

    private final TicketTable tickets;
    private final EntryTable entries;
    private final Federation federation;
    private final Problems problems;
    private final Correspondence letters;
    private final Wishes wishes;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final Escalations escalations;
    private final Bonds bonds;
    private final MeTooTable meToos;
    private final Clock clock;
    private final Duration staleAfter;

    @SuppressWarnings("TooManyParameters")
    Tickets(
            TicketTable tickets,
            EntryTable entries,
            Federation federation,
            Problems problems,
            Correspondence letters,
            Wishes wishes,
            Journal journal,
            ApplicationEventPublisher news,
            Escalations escalations,
            Bonds bonds,
            MeTooTable meToos,
            Clock clock,
            @Value("${vigie.ticket.stale-after:P30D}") Duration staleAfter) {
        this.tickets = tickets;
        this.entries = entries;
        this.federation = federation;
        this.problems = problems;
        this.letters = letters;
        this.wishes = wishes;
        this.journal = journal;
        this.news = news;
        this.escalations = escalations;
        this.bonds = bonds;
        this.meToos = meToos;
        this.clock = clock;
        this.staleAfter = staleAfter;
    }

    /** The ticket of a number. */
    public Optional<Ticket> ticket(long id) {
        return tickets.find(id);
    }

    /** How many other sites said that they see the same. */
    public int meToos(long id) {
        return meToos.of(id).size();
    }

    /** What was said in it, as far as the reader may see it. */
    public List<Entry> said(long id, Actor reader) {
        return entries.of(id).stream()
                .filter(entry -> !entry.kind().equals("NOTE") || mayReadNotes(id, reader))
                .toList();
    }

    private boolean mayReadNotes(long id, Actor reader) {
        return tickets.find(id)
                .filter(ticket -> reader.may(Right.HANDLE_TICKETS, ticket.site().value()))
                .isPresent();
    }

    /** All on which somebody still has to do something, newest first. */
    public List<Ticket> openTickets() {
        return tickets.open();
    }

    /** Those of a site on which somebody still has to do something, newest first. */
    public List<Ticket> openTickets(SiteId site) {
        return tickets.open(site);
    }

    /** Those that a list shows, newest first. */
    List<Ticket> page(Wanted wanted, int limit, int offset) {
        return tickets.page(wanted, numberOf(wanted.site()), quiet(), limit, offset);
    }

    /** How many there are of those wanted in each state, whatever the wanted state. */
    Map<State, Long> countByState(Wanted wanted) {
        return tickets.countByState(wanted.inState("ALL"), numberOf(wanted.site()), quiet());
    }

    /** How many of those wanted no person has touched for a month. */
    long countStale(Wanted wanted) {
        return tickets.stale(wanted, numberOf(wanted.site()), quiet());
    }

    private long numberOf(String site) {
        return site.isEmpty()
                ? 0
                : federation.siteNamed(site).map(known -> known.id().value()).orElse(-1L);
    }

    /** Open tickets in which nothing was said or changed since a moment; one on hold with a later reminder is none. */
    public List<Ticket> withoutProgressSince(Instant moment) {
        return tickets.page(Wanted.STALE, 0, new TicketTable.Quiet(moment, clock.instant()), 10_000, 0);
    }

    private TicketTable.Quiet quiet() {
        return new TicketTable.Quiet(clock.instant().minus(staleAfter), clock.instant());
    }

    /** Opens a ticket and writes to the site; the number of the one already there where the draft was opened before. */
    @Transactional
    public long open(Actor actor, Draft draft) {
        var site = draft.site().value();
        actor.mustBeAllowed(draft.problem() == 0 ? Right.REPLY_TICKETS : Right.HANDLE_TICKETS, site);
        var now = clock.instant();
        var raisedBySite = !actor.may(Right.HANDLE_TICKETS, site);
        var wish = wishes.of(draft.site());
        var term = wish.quality().within(draft.priority(), wish.country());
        var state = raisedBySite ? State.NEW : State.ASSIGNED;
        var added = tickets.add(draft, state, raisedBySite, actor.name(), now, wish.quality(), term);
        if (added.isEmpty()) {
            return tickets.sameAs(draft).orElseThrow(() -> Refusal.conflict("ticket.moved-on", 0));
        }
        var id = added.get();
        entries.add(id, new Entry(0, now, "MESSAGE", actor.name(), true, draft.text()), 0, null);
        if (draft.problem() != 0) {
            problems.ticketed(actor, draft.problem(), id);
            tickets.noLongerDue(draft.problem(), now);
        }
        var ticket = held(id);
        if (!raisedBySite) {
            escalations.begin(actor, ticket);
        }
        letters.write(ticket, draft.text(), "");
        journal.write(actor, "ticket:" + id, "ticket.deed.opened", "", draft.subject(), "");
        news.publishEvent(new TicketOpened(id));
        return id;
    }

    /** Says something in a ticket; a note is seen only by those who handle tickets and is mailed to nobody. */
    @Transactional
    public void reply(Actor actor, long id, String text, boolean note, String formKey) {
        var ticket = held(id);
        actor.mustBeAllowed(
                note ? Right.HANDLE_TICKETS : Right.REPLY_TICKETS, ticket.site().value());
        var said = text.replace("\r\n", "\n").strip();
        if (said.isEmpty() || said.length() > Draft.LONGEST_TEXT) {
            throw Refusal.unreadable("text", "ticket.text-length", said.length(), Draft.LONGEST_TEXT);
        }
        if (said.indexOf('\0') >= 0) {
            throw Refusal.unreadable("text", "ticket.text-nul", said.indexOf('\0'));
        }
        Draft.mustBeKey(formKey);
        var entry = new Entry(0, clock.instant(), note ? "NOTE" : "MESSAGE", actor.name(), true, said);
        if (!entries.add(id, entry, 0, formKey.isBlank() ? null : formKey)) {
            return;
        }
        var fromSite = !actor.may(Right.HANDLE_TICKETS, ticket.site().value());
        tickets.progress(id, fromSite ? takenUp(ticket.state()) : ticket.state(), actor, clock.instant());
        if (fromSite) {
            escalations.answered(ticket);
        }
        journal.write(actor, "ticket:" + id, note ? "ticket.deed.noted" : "ticket.deed.replied", "", "", "");
        if (!note) {
            letters.write(ticket, said, "");
            pass(actor.name(), ticket, said);
        }
    }

    /** Moves a ticket from the state in which the actor saw it to another; any other move is refused. */
    @Transactional
    public void move(Actor actor, long id, State was, State to, String reason) {
        var ticket = held(id);
        var site = ticket.site().value();
        actor.mustBeAllowed(Right.REPLY_TICKETS, site);
        if (ticket.state() != was || !was.mayBecome(to)) {
            throw Refusal.conflict("ticket.moved-on", id);
        }
        if (!Moves.from(was, actor.may(Right.HANDLE_TICKETS, site), ticket.raisedBySite())
                .contains(to)) {
            throw Refusal.notAllowed("ticket.move-not-theirs", id, to.name());
        }
        var why = reason.replace("\r\n", "\n").strip();
        if (why.length() > Draft.LONGEST_TEXT || why.indexOf('\0') >= 0 || (why.isEmpty() && to.wantsReason())) {
            throw Refusal.unreadable("reason", "ticket.text-length", why.length(), Draft.LONGEST_TEXT);
        }
        if (bonds.isSlave(id)) {
            if (was.isOpen()) {
                throw Refusal.conflict("ticket.is-slave", id);
            }
            if (to == State.REOPENED) {
                bonds.free(id);
            }
        }
        mustFit(ticket, to);
        become(actor, ticket, to, why);
    }

    /** A helpdesk of others moved it: nobody is written to, for it has done so, and its people need no right here. */
    void follow(Ticket ticket, State to, String who, String solution) {
        if (!ticket.state().isOpen() && to.isOpen()) {
            mustFit(ticket, State.REOPENED);
        }
        become(new Actor(0, "helpdesk", who, Actor.HOUSE.grants(), null), ticket, to, solution, true);
    }

    /** What is said in a master stands in its slaves too, and reaches their sites. */
    private void pass(String author, Ticket master, String said) {
        for (var slave : bonds.slavesOf(master.id())) {
            var text = "[#%d] %s".formatted(master.id(), said);
            entries.add(slave.id(), new Entry(0, clock.instant(), "MESSAGE", author, true, text), 0, null);
            letters.write(slave, said, "");
        }
    }

    /** The end of a master is that of its slaves, and that of a last child lets its parent go on. */
    private void passEnd(Actor actor, Ticket ticket, State to, String reason) {
        for (var slave : bonds.slavesOf(ticket.id())) {
            become(actor, slave, to, reason);
        }
        bonds.childIsOver(ticket, reason).ifPresent(parent -> {
            tickets.progress(parent.id(), State.IN_PROGRESS, actor, clock.instant());
            var words = Words.of(Locale.forLanguageTag(parent.language()));
            letters.write(parent, words.say("ticket.children-over", Long.toString(ticket.id()), reason), "");
        });
    }

    /** Nothing is verified that is still bad, and a problem has one open ticket. */
    private void mustFit(Ticket ticket, State to) {
        if (ticket.problem() == 0) {
            return;
        }
        if (to == State.VERIFIED) {
            problems.problem(ticket.problem())
                    .filter(problem -> problem.isOpen() && problem.recovered() == null)
                    .ifPresent(problem -> {
                        throw Refusal.conflict("ticket.still-bad", ticket.id(), problem.id());
                    });
        }
        if (to == State.REOPENED) {
            tickets.openOf(ticket.problem(), ticket.id()).ifPresent(other -> {
                throw Refusal.conflict("ticket.other-open", ticket.id(), other);
            });
        }
    }

    /** Closes what was solved long enough ago. */
    @Transactional
    void close(long id) {
        var ticket = held(id);
        if (ticket.state().mayBecome(State.CLOSED)) {
            become(Actor.HOUSE, ticket, State.CLOSED, "");
        }
    }

    /** A letter answers the ticket; heard once. One whose writer is not known, or merely said, moves nothing. */
    @Transactional
    void heard(long id, LetterArrived letter) {
        var ticket = held(id);
        var known = letter.proof() != Proof.NONE && letters.answersFor(ticket.site(), letter.from());
        var entry = new Entry(0, clock.instant(), "MAIL", letter.from(), known, letter.text());
        if (!entries.add(id, entry, letter.letter(), null)) {
            return;
        }
        if (known) {
            var fromSite = !letters.isDuty(ticket.site(), letter.from());
            var state = fromSite ? takenUp(ticket.state()) : ticket.state();
            tickets.progress(id, state, letter.from(), true, clock.instant());
            if (fromSite) {
                escalations.answered(ticket);
            }
            letters.write(ticket, letter.from() + ":\n\n" + letter.text(), letter.from());
            pass(letter.from(), ticket, letter.text());
        }
        journal.write(Actor.HOUSE, "ticket:" + id, "ticket.deed.answered", "", letter.from(), "");
    }

    private void become(Actor actor, Ticket ticket, State to, String reason) {
        become(actor, ticket, to, reason, false);
    }

    private void become(Actor actor, Ticket ticket, State to, String reason, boolean quiet) {
        var now = clock.instant();
        tickets.progress(ticket.id(), to, actor, now);
        if (begins(actor, ticket, to)) {
            escalations.answered(ticket);
        }
        var over = to == State.SOLVED || to == State.UNSOLVED;
        if (over) {
            tickets.ends(ticket.id(), now, closing(ticket).after(now), reason);
        } else {
            tickets.ends(ticket.id(), to.isOpen() ? null : ticket.solved(), null, to.isOpen() ? "" : ticket.solution());
        }
        journal.write(
                actor,
                "ticket:" + ticket.id(),
                "ticket.deed.moved",
                ticket.state().name(),
                to.name(),
                reason);
        if (!reason.isEmpty() && !quiet) {
            entries.add(ticket.id(), new Entry(0, now, "MESSAGE", actor.name(), true, reason), 0, null);
            letters.write(ticket, reason, "");
        }
        if (over) {
            passEnd(actor, ticket, to, reason);
        }
        if (to.isFinal() && ticket.problem() != 0) {
            problems.ticketIsOver(actor, ticket.problem(), reason.isEmpty() ? OVER : reason);
        }
        news.publishEvent(new TicketMoved(ticket.id(), ticket.state(), to));
        if (to == State.SOLVED) {
            news.publishEvent(new TicketSolved(ticket.id()));
        }
    }

    /** The site has acted, or it is its turn again: the step under way is reckoned anew. */
    private static boolean begins(Actor actor, Ticket ticket, State to) {
        return to == State.REOPENED
                || ticket.state() == State.WAITING_FOR_REPLY
                || !actor.may(Right.HANDLE_TICKETS, ticket.site().value());
    }

    private static Term closing(Ticket ticket) {
        return new Term(
                CLOSES_AFTER_DAYS,
                Term.Unit.WORKING_DAYS,
                ticket.responseTerm().country(),
                "helpdesk.close_after_solved");
    }

    private static State takenUp(State now) {
        return now.isUntouched() || now == State.WAITING_FOR_REPLY ? State.IN_PROGRESS : now;
    }

    private Ticket held(long id) {
        return tickets.hold(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
    }
}
