package vigie.match;

import java.util.Map;

/**
 * What the registry knows, in lower case: the names of the sites, and the site of each machine.
 *
 * @param sites every name of a site, former ones too, with the name that it bears now
 */
public record KnownPlaces(Map<String, String> sites, Map<String, String> siteOfHost) {}
