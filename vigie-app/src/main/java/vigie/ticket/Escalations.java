package vigie.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.People;
import vigie.people.Right;
import vigie.people.Role;
import vigie.words.Refusal;
import vigie.words.Words;

/**
 * The way of a ticket that nobody answers: the site, the site again, the NGI manager, EGI Operations, and the notice of
 * a suspension. Time alone takes no step; it makes one ripe, and a person takes it.
 */
@Component
class Escalations {
    private final TicketTable tickets;
    private final EntryTable entries;
    private final StepTable steps;
    private final Steps rules;
    private final Correspondence letters;
    private final People people;
    private final Journal journal;
    private final Clock clock;
    private final String operations;

    @SuppressWarnings("TooManyParameters")
    Escalations(
            TicketTable tickets,
            EntryTable entries,
            StepTable steps,
            Steps rules,
            Correspondence letters,
            People people,
            Journal journal,
            Clock clock,
            @Value("${vigie.ticket.operations-mail:}") String operations) {
        this.tickets = tickets;
        this.entries = entries;
        this.steps = steps;
        this.rules = rules;
        this.letters = letters;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
        this.operations = operations;
    }

    /** The ticket was opened by those on duty: the site is asked, for the first time. */
    void begin(Actor actor, Ticket ticket) {
        take(actor, ticket, Step.SITE_FIRST);
    }

    /** The site has said or done something: the step that is under way is reckoned anew from now. */
    void answered(Ticket ticket) {
        steps.of(ticket.id())
                .filter(asked -> asked.due() != null)
                .ifPresent(asked -> steps.begin(ticket.id(), asked.step(), clock.instant(), asked.term()));
    }

    /** Who is asked now; empty for a ticket that a site raised. */
    Optional<Asked> asked(long ticket) {
        return steps.of(ticket);
    }

    /** Asks the next: what is said is mailed and stands in the ticket. Refused where somebody has done so meanwhile. */
    @Transactional
    void escalate(Actor actor, long id, Step was, String text, String formKey) {
        var ticket = tickets.hold(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
        actor.mustBeAllowed(Right.HANDLE_TICKETS, ticket.site().value());
        var asked = steps.of(id).orElseThrow(() -> Refusal.conflict("ticket.not-escalated", id));
        var next = was.next().orElseThrow(() -> Refusal.conflict("ticket.last-step", id));
        if (asked.step() != was || !ticket.state().isOpen()) {
            throw Refusal.conflict("ticket.moved-on", id);
        }
        var said = text.replace("\r\n", "\n").strip();
        if (said.isEmpty() || said.length() > Draft.LONGEST_TEXT || said.indexOf('\0') >= 0) {
            throw Refusal.unreadable("text", "ticket.text-length", said.length(), Draft.LONGEST_TEXT);
        }
        var entry = new Entry(0, clock.instant(), "MESSAGE", actor.name(), true, said);
        if (!entries.add(id, entry, 0, formKey.isBlank() ? null : formKey)) {
            return;
        }
        take(actor, ticket, next);
        tickets.progress(id, ticket.state(), actor, clock.instant());
        var words = Words.of(Locale.forLanguageTag(ticket.language()));
        letters.write(ticket, words.say("ticket.template." + next + ".suffix"), said, addressees(next), "");
    }

    private void take(Actor actor, Ticket ticket, Step step) {
        var now = clock.instant();
        var term = rules.term(step, ticket.responseTerm().country());
        steps.begin(ticket.id(), step, now, term);
        steps.taken(ticket.id(), new StepTable.Taken(step, now, term.after(now), actor.name()));
        if (step != Step.SITE_FIRST) {
            journal.write(actor, "ticket:" + ticket.id(), "ticket.deed.escalated", "", step.name(), "");
        }
    }

    /** Everybody who is written to when this step is taken. */
    List<String> recipients(Ticket ticket, Step step) {
        return letters.recipients(ticket, addressees(step), "");
    }

    /** Who is written to besides the site and those on duty. */
    private List<String> addressees(Step step) {
        var more = new ArrayList<String>();
        if (step.compareTo(Step.NGI_MANAGER) >= 0) {
            more.addAll(people.mailOf(Role.NGI_MANAGER));
        }
        if (step.compareTo(Step.OPERATIONS) >= 0 && !operations.isBlank()) {
            more.add(operations);
        }
        return more;
    }

    /** When the term of a step not yet taken would end, were it taken now. */
    Instant until(Ticket ticket, Step step) {
        return rules.term(step, ticket.responseTerm().country()).after(clock.instant());
    }

    /** What was asked so far, first to last. */
    List<StepTable.Taken> taken(long ticket) {
        return steps.takenFor(ticket);
    }
}
