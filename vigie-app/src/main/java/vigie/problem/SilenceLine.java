package vigie.problem;

/** A silence with its names, and how many open alarms it covers; the service is empty for a whole site. */
public record SilenceLine(Silence silence, String site, String service, long covered) {}
