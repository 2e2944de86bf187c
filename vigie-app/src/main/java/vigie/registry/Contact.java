package vigie.registry;

/**
 * A person who answers for a site in a role.
 *
 * @param name as the person is called now, whatever spelling the source has
 * @param source the source that owns this line; empty where it is kept by hand
 */
public record Contact(long id, SiteId site, String role, String name, String mail, String phone, String source) {}
