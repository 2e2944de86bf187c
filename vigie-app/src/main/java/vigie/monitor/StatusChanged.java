package vigie.monitor;

import java.time.Instant;

/**
 * Something else is believed of a metric from now on; one of {@link StatusesChanged}. Told of hard changes only, and not of a metric that is good the
 * first time it is heard of.
 *
 * @param service the service's number
 * @param site the number of its site
 * @param vo empty where the metric is checked for no VO
 * @param from the name of the {@link vigie.status.Status} believed before
 * @param to the name of the one believed now
 * @param at the time of the result that changed it, or when its silence had lasted too long
 * @param summary the first line of that result
 */
public record StatusChanged(
        long service, long site, String metric, String vo, String from, String to, Instant at, String summary) {}
