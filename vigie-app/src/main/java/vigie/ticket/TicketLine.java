package vigie.ticket;

/** A ticket as a list shows it, with the name of its site. */
public record TicketLine(Ticket ticket, String site) {}
