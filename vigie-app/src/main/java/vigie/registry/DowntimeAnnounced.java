package vigie.registry;

/**
 * A downtime has been announced.
 *
 * @param downtime its number
 */
public record DowntimeAnnounced(long downtime) {}
