package vigie.registry;

import java.util.List;

/**
 * An institute or a laboratory. It is no site: one may take part in several sites, and a site may be of several.
 *
 * @param kind what it is, in the words of the one who entered it, such as "laboratory"
 * @param sites the names of the sites it takes part in, in order
 */
public record Organisation(long id, String name, String officialName, String kind, String town, List<String> sites) {}
