package vigie.ticket;

import java.time.Instant;
import vigie.registry.SiteId;

/** Another site sees the same: which, and what it sees. */
public record MeToo(SiteId site, Instant at, String author, String evidence) {}
