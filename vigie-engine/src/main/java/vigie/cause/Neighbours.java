package vigie.cause;

import java.util.List;

/**
 * What else goes on at the site of an alarm.
 *
 * @param open all other open alarms of the site; those of other sites are left aside
 * @param hostsAtSite on how many hosts the site has monitored services; 0 if nobody knows
 */
public record Neighbours(List<KnownAlarm> open, int hostsAtSite) {
    public static final Neighbours NONE = new Neighbours(List.of(), 0);

    public Neighbours {
        open = List.copyOf(open);
    }
}
