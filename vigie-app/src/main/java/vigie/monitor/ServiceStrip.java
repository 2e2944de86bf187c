package vigie.monitor;

import vigie.registry.Service;
import vigie.status.Status;

/**
 * A service of a site: the worst that is believed of its metrics, now and over the last days.
 *
 * @param metrics how many metrics it has
 */
public record ServiceStrip(Service service, Status now, History history, int metrics) {}
