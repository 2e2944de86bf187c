package vigie.monitor;

import java.time.Instant;
import vigie.status.Status;

/** One result of a metric, as it is kept. */
public record Told(Instant at, Status status, String origin, String summary, String message, String data) {}
