package vigie.helpdesk;

/**
 * One row of a count of tickets of the past.
 *
 * @param value the month, site, service or cause; empty for those without
 * @param share in percent of all that are studied
 */
public record Counted(String value, long tickets, long share) {}
