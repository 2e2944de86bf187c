package vigie.ticket;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;
import vigie.words.Words;

/** What may be changed of a ticket besides its state: how pressing it is, and when it is to be looked at again. */
@Component
class Amendments {
    private static final int LONGEST_REASON = 1000;
    private static final int FARTHEST_REMINDER_DAYS = 366;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final TicketTable tickets;
    private final EntryTable entries;
    private final Journal journal;
    private final Clock clock;

    Amendments(TicketTable tickets, EntryTable entries, Journal journal, Clock clock) {
        this.tickets = tickets;
        this.entries = entries;
        this.journal = journal;
        this.clock = clock;
    }

    /** Gives it another priority; the first answer is then due as if it had been so from the beginning. */
    @Transactional
    void priority(Actor actor, long id, Priority was, Priority to, String reason) {
        var ticket = held(actor, id);
        var why = why(reason);
        if (ticket.priority() != was || was == to) {
            throw Refusal.conflict("ticket.moved-on", id);
        }
        var term = ticket.quality().within(to, ticket.responseTerm().country());
        tickets.priority(id, to, term, term.after(ticket.opened()));
        var words = Words.of(Locale.forLanguageTag(ticket.language()));
        told(
                actor,
                ticket,
                words.say(
                        "ticket.amended.priority",
                        words.word("ticket.priority", was),
                        words.word("ticket.priority", to),
                        why));
        journal.write(actor, "ticket:" + id, "ticket.deed.priority", was.name(), to.name(), why);
    }

    /** Says on which day, at nine in the morning, somebody is to look at it again; null for no day. */
    @Transactional
    void reminder(Actor actor, long id, @Nullable LocalDate day, String reason) {
        var ticket = held(actor, id);
        var why = why(reason);
        var moment = day == null
                ? null
                : day.atTime(MORNING)
                        .atZone(ticket.responseTerm().calendar().zone())
                        .toInstant();
        var now = clock.instant();
        if (moment != null
                && (!moment.isAfter(now)
                        || moment.isAfter(now.plus(java.time.Duration.ofDays(FARTHEST_REMINDER_DAYS))))) {
            throw Refusal.unreadable("day", "ticket.reminder-range", day, FARTHEST_REMINDER_DAYS);
        }
        tickets.reminder(id, moment);
        var words = Words.of(Locale.forLanguageTag(ticket.language()));
        told(
                actor,
                ticket,
                day == null
                        ? words.say("ticket.amended.no-reminder", why)
                        : words.say("ticket.amended.reminder", day, why));
        journal.write(actor, "ticket:" + id, "ticket.deed.reminder", text(ticket.reminder()), text(moment), why);
    }

    private Ticket held(Actor actor, long id) {
        var ticket = tickets.hold(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
        actor.mustBeAllowed(Right.HANDLE_TICKETS, ticket.site().value());
        if (ticket.state().isFinal()) {
            throw Refusal.conflict("ticket.ended", id);
        }
        return ticket;
    }

    private void told(Actor actor, Ticket ticket, String said) {
        var now = clock.instant();
        entries.add(ticket.id(), new Entry(0, now, "CHANGE", actor.name(), true, said), 0, null);
        tickets.progress(ticket.id(), ticket.state(), actor, now);
    }

    private static String why(String reason) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            throw Refusal.unreadable("reason", "ticket.text-length", why.length(), LONGEST_REASON);
        }
        return why;
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
