package vigie.demo;

import vigie.registry.Service;

/** A machine as the visitor sees it: the service that it is. */
public record Prop(Service service, int port, boolean runs) {}
