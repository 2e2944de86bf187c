package vigie.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.problem.Problems;
import vigie.registry.Downtime;
import vigie.registry.Federation;
import vigie.time.Interval;
import vigie.words.Words;

/** Moves the deadline of a step to the end of an outage, or to the day for which the ticket is on hold. */
@Component
class Extensions {
    private final TicketTable tickets;
    private final EntryTable entries;
    private final StepTable steps;
    private final Federation federation;
    private final Problems problems;
    private final Clock clock;

    Extensions(
            TicketTable tickets,
            EntryTable entries,
            StepTable steps,
            Federation federation,
            Problems problems,
            Clock clock) {
        this.tickets = tickets;
        this.entries = entries;
        this.steps = steps;
        this.federation = federation;
        this.problems = problems;
        this.clock = clock;
    }

    /** The deadline of a step has come: it is moved where something stands between, otherwise the step is ripe. */
    @Transactional
    void look(long id, Instant now) {
        tickets.hold(id).ifPresent(ticket -> {
            if (moved(ticket) || until(ticket, now)) {
                return;
            }
            steps.ripen(id);
        });
    }

    /** A downtime was announced: a deadline that lies in it is moved at once. */
    @Transactional
    void announced(long id) {
        tickets.hold(id).ifPresent(this::moved);
    }

    private boolean moved(Ticket ticket) {
        var due = steps.of(ticket.id()).map(Asked::due);
        if (due.isEmpty()) {
            return false;
        }
        return outage(ticket, due.get())
                .map(downtime -> {
                    // what ends on a Saturday is looked at on Monday
                    var calendar = ticket.responseTerm().calendar();
                    var end = calendar.plusWorkingDays(downtime.during().end(), 0);
                    move(ticket, end, "downtime:" + downtime.id());
                    return true;
                })
                .orElse(false);
    }

    /** On hold for a day to come: nobody is asked before. */
    private boolean until(Ticket ticket, Instant now) {
        var reminder = ticket.reminder();
        if (ticket.state() != State.ON_HOLD || reminder == null || !reminder.isAfter(now)) {
            return false;
        }
        move(ticket, reminder, "hold");
        return true;
    }

    private Optional<Downtime> outage(Ticket ticket, Instant due) {
        return federation.downtimes(new Interval(due, due.plus(Duration.ofSeconds(1)))).stream()
                .filter(downtime -> downtime.site().equals(ticket.site()))
                .filter(downtime -> downtime.severity() == Downtime.Severity.OUTAGE)
                .filter(downtime -> concerns(downtime, ticket))
                .max(Comparator.comparing(downtime -> downtime.during().end()));
    }

    private boolean concerns(Downtime downtime, Ticket ticket) {
        var host = problems.problem(ticket.problem())
                .map(problem -> problem.cause().host())
                .orElse("");
        return host.isEmpty()
                || downtime.services().stream()
                        .flatMap(service -> federation.service(service).stream())
                        .anyMatch(service -> service.host().equals(host));
    }

    private void move(Ticket ticket, Instant due, String why) {
        steps.move(ticket.id(), due, why);
        var words = Words.of(Locale.forLanguageTag(ticket.language()));
        var said = why.equals("hold")
                ? words.say("ticket.moved.hold", due)
                : words.say("ticket.moved.downtime", why.substring("downtime:".length()), due);
        entries.add(ticket.id(), new Entry(0, clock.instant(), "CHANGE", "Vigie", true, said), 0, null);
    }
}
