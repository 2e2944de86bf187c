package vigie.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;
import vigie.registry.Federation;
import vigie.registry.Site;

/** Open tickets that were taken to the NGI manager, to EGI Operations, or to the notice of a suspension. */
@Component
class TicketsBeyondTheSite implements AgendaSection {
    private final StepTable steps;
    private final TicketTable tickets;
    private final Federation federation;

    TicketsBeyondTheSite(StepTable steps, TicketTable tickets, Federation federation) {
        this.steps = steps;
        this.tickets = tickets;
        this.federation = federation;
    }

    @Override
    public String key() {
        return "ticket.agenda.escalated";
    }

    @Override
    public int place() {
        return 511;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return steps.beyondTheSite().stream()
                .flatMap(asked -> tickets.find(asked.ticket()).stream()
                        .map(ticket -> AgendaLine.of(
                                "/tickets/" + ticket.id(),
                                "ticket.agenda.escalated." + asked.step().name().toLowerCase(Locale.ROOT),
                                Long.toString(ticket.id()),
                                federation.site(ticket.site()).map(Site::name).orElse("?"),
                                ticket.subject(),
                                asked.from())))
                .toList();
    }
}
