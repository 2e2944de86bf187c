package vigie.cause;

import java.time.Instant;

/**
 * What is known of one open alarm when its cause is sought.
 *
 * @param service the registry's number of the service endpoint
 * @param metric the check's name as its source writes it, such as {@code org.sam.SRM-Put-/ops/Role=lcgadmin}
 * @param vo the virtual organisation on whose behalf the check ran; empty if none
 * @param since when the failure was established
 */
public record KnownAlarm(
        long id, long site, long service, String host, String serviceType, String metric, String vo, Instant since) {}
