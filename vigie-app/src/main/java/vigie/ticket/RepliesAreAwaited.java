package vigie.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** Whoever is to reply is reminded after 5, 10 and 15 working days (GGUS); then those on duty look at it. */
@Component
class RepliesAreAwaited implements Timed {
    private final TicketTable tickets;
    private final Reminders reminders;
    private final List<Integer> days;

    RepliesAreAwaited(
            TicketTable tickets,
            Reminders reminders,
            @Value("${vigie.ticket.waiting-reminders:5,10,15}") List<Integer> days) {
        this.tickets = tickets;
        this.reminders = reminders;
        this.days = List.copyOf(days);
    }

    @Override
    public String name() {
        return "ticket.timed.reminders";
    }

    @Override
    public Optional<Instant> nextDue() {
        return tickets.waiting(days.size()).stream().map(this::due).min(Instant::compareTo);
    }

    @Override
    public void play(Instant now) {
        for (var each : tickets.waiting(days.size())) {
            if (!due(each).isAfter(now)) {
                reminders.remind(each.ticket(), each.reminders());
            }
        }
    }

    private Instant due(TicketTable.Waits each) {
        return new Term(
                        days.get(each.reminders()),
                        Term.Unit.WORKING_DAYS,
                        each.country(),
                        "helpdesk.waiting_reminders")
                .after(each.since());
    }
}
