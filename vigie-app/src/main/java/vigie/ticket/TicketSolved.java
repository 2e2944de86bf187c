package vigie.ticket;

/** A ticket became solved; it may still be opened again. */
public record TicketSolved(long ticket) {}
