package vigie.monitor;

import vigie.registry.ServiceId;

/**
 * One thing that is watched: a metric of a service.
 *
 * @param metric the name of the check
 * @param vo the virtual organisation for which it is checked; empty where it is checked for none
 */
public record MetricKey(ServiceId service, String metric, String vo) {}
