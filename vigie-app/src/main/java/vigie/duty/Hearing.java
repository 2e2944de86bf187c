package vigie.duty;

import java.util.List;
import vigie.registry.SiteId;

/**
 * Who hears of the problems of a site now, and why they do.
 *
 * @param who their names as a page says them: persons, or a site; empty for an address alone
 * @param addresses where letters go; may be empty where none is known
 */
public record Hearing(Why why, List<String> who, List<String> addresses, SiteId site) {
    /** Why they hear. */
    public enum Why {
        /** They are on duty. */
        ON_DUTY,
        /** Their team watches the site, by agreement. */
        DELEGATED,
        /** Nobody is on duty, as announced: the site itself hears. */
        PAUSE_SITE,
        /** Nobody is on duty, as announced: the list of all hears. */
        PAUSE_LIST,
        /** Nobody is on duty, as announced: an agreed address hears. */
        PAUSE_ADDRESS,
        /** Nobody is in the calendar: the address of those on duty hears. */
        NOT_PLANNED
    }
}
