package vigie.ticket;

import java.util.Optional;
import vigie.page.Frame;
import vigie.registry.Panel;

/** What another room has to show on the page of a ticket. */
public interface TicketPanel {
    /** The panel; empty where there is nothing to show to the one who looks. */
    Optional<Panel> on(Ticket ticket, Frame frame);
}
