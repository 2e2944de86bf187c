package vigie.monitor;

import java.time.Instant;
import vigie.status.Status;

/**
 * Something else was seen or believed of a metric.
 *
 * @param was what was believed before
 * @param hard what is believed from now on
 * @param soft what was seen; where it differs from {@code hard} it is not believed yet
 * @param attempt how many bad results had come in a row
 */
public record Change(Instant at, Status was, Status hard, Status soft, int attempt, String summary) {}
