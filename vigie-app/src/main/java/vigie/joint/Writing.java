package vigie.joint;

import vigie.match.Said;
import vigie.registry.SiteId;

/**
 * What a person wrote of a failure.
 *
 * @param number the number of the ticket, or of the call
 * @param site the site it is of; 0 where nobody has said so
 */
record Writing(Kind kind, long number, SiteId site, Said said) {}
