package vigie.ticket;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** What has been solved, or given up, for ten working days is closed (GGUS). */
@Component
class SolvedTicketsClose implements Timed {
    private final TicketTable table;
    private final Tickets tickets;

    SolvedTicketsClose(TicketTable table, Tickets tickets) {
        this.table = table;
        this.tickets = tickets;
    }

    @Override
    public String name() {
        return "ticket.timed.close";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.nextClosing();
    }

    @Override
    public void play(Instant now) {
        table.closingBy(now).forEach(tickets::close);
    }
}
