package vigie.registry;

/**
 * Something in the registry has changed.
 *
 * @param edition the number of the registry after the change
 */
public record SitesChanged(long edition) {}
