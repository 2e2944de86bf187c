package vigie.ticket;

/** A ticket went from one state to another. */
public record TicketMoved(long ticket, State from, State to) {}
