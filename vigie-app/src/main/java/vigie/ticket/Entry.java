package vigie.ticket;

import java.time.Instant;

/**
 * What was said in a ticket.
 *
 * @param kind {@code MESSAGE}, {@code MAIL}, or {@code NOTE}, which only those who handle tickets see
 * @param known whether the writer is known to answer for the site
 */
public record Entry(long id, Instant at, String kind, String author, boolean known, String text) {}
