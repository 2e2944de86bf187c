package vigie.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;
import vigie.registry.Federation;

/** Open tickets in which nothing has moved for a month. */
@Component
class TicketsWithoutProgress implements AgendaSection {
    private static final Duration MONTH = Duration.ofDays(30);
    private final Tickets tickets;
    private final Federation federation;

    TicketsWithoutProgress(Tickets tickets, Federation federation) {
        this.tickets = tickets;
        this.federation = federation;
    }

    @Override
    public String key() {
        return "ticket.agenda.stale";
    }

    @Override
    public int place() {
        return 510;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return tickets.withoutProgressSince(now.minus(MONTH)).stream()
                .map(ticket -> AgendaLine.of(
                        "/tickets/" + ticket.id(),
                        "ticket.agenda.stale.line",
                        Long.toString(ticket.id()),
                        federation.site(ticket.site()).map(site -> site.name()).orElse("?"),
                        ticket.subject(),
                        ticket.lastProgress()))
                .toList();
    }
}
