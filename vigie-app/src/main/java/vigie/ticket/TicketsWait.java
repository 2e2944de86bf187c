package vigie.ticket;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.SiteId;

/** Tickets that are due, new ones for those on duty, and a site's own for its administrators. */
@Component
class TicketsWait implements Waiting {
    private final TicketTable table;
    private final Federation federation;

    TicketsWait(TicketTable table, Federation federation) {
        this.table = table;
        this.federation = federation;
    }

    @Override
    public String key() {
        return "ticket.waiting";
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public List<AgendaLine> lines(Actor who, Instant now) {
        var due = table.due().stream()
                .filter(wanted -> who.may(Right.HANDLE_TICKETS, wanted.site()))
                .map(wanted -> AgendaLine.of(
                        "/tickets/new?problem=" + wanted.problem(),
                        "ticket.waiting.due",
                        name(new SiteId(wanted.site()))));
        var mine = table.open().stream()
                .filter(ticket -> who.may(Right.HANDLE_TICKETS, ticket.site().value())
                        ? ticket.state() == State.NEW || ticket.recovered() != null
                        : who.sites().contains(ticket.site().value()))
                .map(ticket -> AgendaLine.of(
                        "/tickets/" + ticket.id(),
                        "ticket.waiting.open",
                        Long.toString(ticket.id()),
                        name(ticket.site()),
                        ticket.subject()));
        return Stream.concat(due, mine).limit(30).toList();
    }

    private String name(SiteId site) {
        return federation.site(site).map(known -> known.name()).orElse("?");
    }
}
