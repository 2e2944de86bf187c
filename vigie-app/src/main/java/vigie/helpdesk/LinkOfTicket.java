package vigie.helpdesk;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.registry.Panel;
import vigie.ticket.Ticket;
import vigie.ticket.TicketPanel;

/** What a ticket is at the helpdesk, and what waits to be told there, on its page. */
@Component
class LinkOfTicket implements TicketPanel {
    private final HelpdeskInStep helpdesk;
    private final Rooms rooms;
    private final TemplateEngine templates;

    LinkOfTicket(HelpdeskInStep helpdesk, Rooms rooms, TemplateEngine templates) {
        this.helpdesk = helpdesk;
        this.rooms = rooms;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Ticket ticket, Frame frame) {
        var connection = helpdesk.bridge().connection();
        return rooms.links()
                .here(connection.name(), ticket.id())
                .map(link -> new Panel(
                        "helpdesk.panel",
                        output -> templates.render(
                                "helpdesk/of-ticket.jte",
                                Map.of(
                                        "frame",
                                        frame,
                                        "link",
                                        link,
                                        "desk",
                                        connection.name(),
                                        "address",
                                        connection.url().isEmpty()
                                                ? ""
                                                : connection.url() + "/#ticket/zoom/" + link.foreignId(),
                                        "waits",
                                        rooms.outgoing().waiting(connection.name(), ticket.id())),
                                output)));
    }
}
