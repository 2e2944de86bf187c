package vigie.ticket;

import java.time.Instant;

/** The problem of an open ticket is good again: since when, and what to say when the ticket is solved. */
public record Proposed(Instant recovered, String solution) {}
