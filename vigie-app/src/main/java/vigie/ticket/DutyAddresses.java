package vigie.ticket;

import java.util.List;
import vigie.registry.SiteId;

/**
 * To whom on duty the letters of a site's tickets go now: implemented above this room, where the calendar of duty is
 * kept. A ticket lives longer than a turn of duty, so this is asked anew for each letter.
 */
public interface DutyAddresses {
    /** Mail addresses, in the order of their duty; never empty unless an announced time without duty says so. */
    List<String> of(SiteId site);
}
