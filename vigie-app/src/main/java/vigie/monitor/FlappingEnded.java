package vigie.monitor;

import java.time.Instant;

/**
 * A metric swings no more, or has fallen silent.
 *
 * @param service the service's number
 * @param site the number of its site
 * @param vo empty where the metric is checked for no VO
 * @param at the time of the result by which it was seen, or when its silence had lasted too long
 */
public record FlappingEnded(long service, long site, String metric, String vo, Instant at) {}
