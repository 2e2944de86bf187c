package vigie.duty;

import vigie.registry.SiteId;
import vigie.time.Interval;

/**
 * The team of a site watches another site, by agreement, from one day to another.
 *
 * @param limits what they do not do, in words
 * @param agreed who agreed, in words
 * @param lends whether they may also handle problems and tickets there; else they only hear of them
 */
public record Delegation(
        long id,
        SiteId watched,
        SiteId watcher,
        Interval during,
        String limits,
        String agreed,
        String who,
        boolean lends) {}
