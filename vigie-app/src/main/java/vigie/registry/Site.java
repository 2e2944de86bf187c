package vigie.registry;

/**
 * A site as the federation names it: one or several laboratories that run services together.
 *
 * @param name its short name, unique in the federation
 * @param officialName its full name; may be empty
 * @param ngi the name of the national infrastructure it belongs to; may be empty
 * @param production whether it is of the production infrastructure, and not of a test one
 * @param country the country's name; may be empty
 * @param mail the address of its team; may be empty
 * @param source the source that owns its facts; empty where they are kept by hand
 */
public record Site(
        SiteId id,
        String name,
        String officialName,
        String ngi,
        CertificationStatus status,
        boolean production,
        String country,
        String mail,
        String source) {}
