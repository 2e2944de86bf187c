package vigie.registry;

/**
 * An entry as the registry holds it.
 *
 * @param source the source that owns it; empty where it is kept by hand
 * @param gone whether its owner no longer knows it
 */
record Kept<E extends Record>(long id, String source, boolean gone, E entry) {}
