package vigie.ticket;

/** A ticket was opened. */
public record TicketOpened(long ticket) {}
