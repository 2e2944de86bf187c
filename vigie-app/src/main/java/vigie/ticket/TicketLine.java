package vigie.ticket;

import java.util.Optional;

/** A ticket as a list shows it, with the name of its site and how it presses; empty where it does not. */
public record TicketLine(Ticket ticket, String site, Optional<Pressure> pressure) {}
