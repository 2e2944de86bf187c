package vigie.duty;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.ticket.Ticket;
import vigie.ticket.Tickets;

/** All tickets on which somebody still has to do something. */
@Component
class OpenTickets implements AgendaSection {
    private final Tickets tickets;
    private final Federation federation;

    OpenTickets(Tickets tickets, Federation federation) {
        this.tickets = tickets;
        this.federation = federation;
    }

    @Override
    public String key() {
        return "duty.agenda.open";
    }

    @Override
    public int place() {
        return 505;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return tickets.openTickets().stream()
                .map(ticket -> line(ticket, tickets.meToos(ticket.id())))
                .toList();
    }

    private AgendaLine line(Ticket ticket, int meToos) {
        return AgendaLine.of(
                "/tickets/" + ticket.id(),
                meToos == 0 ? "duty.agenda.open.line" : "duty.agenda.open.line.too",
                Long.toString(ticket.id()),
                federation.site(ticket.site()).map(Site::name).orElse("?"),
                ticket.subject(),
                meToos);
    }
}
