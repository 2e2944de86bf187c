package vigie.duty;

import vigie.registry.SiteId;
import vigie.time.Interval;

/**
 * A stretch in which nobody is on duty: problems go to who hears instead, the clocks go on, and it ends by itself.
 *
 * @param ngi the NGI it is of; empty for all
 * @param site the only site it is of; number 0 where it is of more
 * @param address the address that hears, where an address does; empty otherwise
 */
public record Pause(
        long id, String ngi, SiteId site, Interval during, Instead instead, String address, String reason, String who) {
    /** Who hears of problems instead of those on duty. */
    public enum Instead {
        /** The site itself. */
        SITE,
        /** The address of all those on duty. */
        LIST,
        /** An address that was agreed: a delegate, a squad. */
        ADDRESS
    }

    boolean covers(SiteId where, String its) {
        return site.value() == 0 ? ngi.isEmpty() || ngi.equals(its) : site.equals(where);
    }
}
