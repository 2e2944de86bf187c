package vigie.people;

/**
 * A role as a person holds it.
 *
 * @param site the number of the site it is held over; 0 where it is held everywhere
 * @param vo the VO it is held over; empty where that does not matter
 */
public record Grant(Role role, long site, String vo) {
    /** A role held everywhere. */
    public static Grant everywhere(Role role) {
        return new Grant(role, 0, "");
    }

    /** A role held over one site. */
    public static Grant over(Role role, long site) {
        return new Grant(role, site, "");
    }
}
