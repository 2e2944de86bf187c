package vigie.ticket;

import java.util.List;

/**
 * A bond as the page of one of its two tickets shows it.
 *
 * @param far the ticket at the other end
 * @param site the name of its site
 * @param outgoing whether the ticket of the page is the slave or the child
 * @param said what was said in a slave, as far as the reader may see it; empty otherwise
 */
public record Tie(Bond bond, Ticket far, String site, boolean outgoing, List<Entry> said) {}
