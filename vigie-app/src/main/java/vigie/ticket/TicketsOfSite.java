package vigie.ticket;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.registry.Panel;
import vigie.registry.Site;
import vigie.registry.SitePanel;

/** The open tickets on the page of their site. */
@Component
@Order(3)
class TicketsOfSite implements SitePanel {
    private final Tickets tickets;
    private final TemplateEngine templates;

    TicketsOfSite(Tickets tickets, TemplateEngine templates) {
        this.tickets = tickets;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Site site, Frame frame) {
        var open = tickets.openTickets(site.id());
        return Optional.of(new Panel(
                "ticket.of-site",
                output -> templates.render(
                        "ticket/of-site.jte",
                        Map.of(
                                "frame",
                                frame,
                                "tickets",
                                open,
                                "site",
                                site.name(),
                                "caption",
                                frame.words().count("ticket.count", open.size())),
                        output)));
    }
}
