package vigie.ticket;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;
import vigie.registry.Federation;

/** Open tickets that sites raised themselves. */
@Component
class ProblemsRaisedBySites implements AgendaSection {
    private final Tickets tickets;
    private final Federation federation;

    ProblemsRaisedBySites(Tickets tickets, Federation federation) {
        this.tickets = tickets;
        this.federation = federation;
    }

    @Override
    public String key() {
        return "ticket.agenda.raised";
    }

    @Override
    public int place() {
        return 520;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return tickets.openTickets().stream()
                .filter(Ticket::raisedBySite)
                .map(ticket -> AgendaLine.of(
                        "/tickets/" + ticket.id(),
                        "ticket.agenda.raised.line",
                        Long.toString(ticket.id()),
                        federation.site(ticket.site()).map(site -> site.name()).orElse("?"),
                        ticket.subject()))
                .toList();
    }
}
