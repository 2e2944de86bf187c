package vigie.check;

import vigie.registry.Service;

/** Where the services of the registry are really asked; a demonstration answers for all hosts on this one machine. */
public interface Whereabouts {
    /** The service with the host, port and address at which it is asked. */
    Service of(Service registered);

    /** Whether services are asked yet; until then no check runs by itself. */
    boolean areOpen();
}
