package vigie.effort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a month's acts and problems add up to. */
public final class Sums {
    private Sums() {}

    /**
     * What the people of one site did.
     *
     * @param home their site; 0 for those who belong to none
     * @param own acts for their own site
     * @param help acts for other sites
     * @param helped how many other sites
     */
    public record OfHome(long home, long own, long help, long helped) {}

    /**
     * Who saw the problems of a site first; delays are medians, empty where nobody acted.
     *
     * @param problems how many were over
     */
    public record OfSite(
            long site,
            int problems,
            long bySite,
            long byOthers,
            long byNobody,
            Optional<Duration> siteDelay,
            Optional<Duration> othersDelay) {
        /** The share that the site saw first, in whole percent; 0 where there was no problem. */
        public long share() {
            return problems == 0 ? 0 : Math.round(100.0 * bySite / problems);
        }
    }

    static List<OfHome> ofHomes(List<Act> acts) {
        var homes = new TreeMap<Long, List<Act>>();
        acts.forEach(act ->
                homes.computeIfAbsent(act.home(), home -> new ArrayList<>()).add(act));
        return homes.entrySet().stream().map(Sums::ofHome).toList();
    }

    static List<OfSite> ofSites(List<Seen> seen) {
        return seen.stream()
                .collect(Collectors.groupingBy(Seen::site, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(Sums::ofSite)
                .toList();
    }

    private static OfHome ofHome(Map.Entry<Long, List<Act>> one) {
        var helped = new HashSet<Long>();
        var help = 0L;
        for (var act : one.getValue()) {
            if (act.isHelp()) {
                help++;
                helped.add(act.site());
            }
        }
        return new OfHome(one.getKey(), one.getValue().size() - help, help, helped.size());
    }

    private static OfSite ofSite(Map.Entry<Long, List<Seen>> one) {
        var all = one.getValue();
        return new OfSite(
                one.getKey(),
                all.size(),
                count(all, Seen.Who.SITE),
                count(all, Seen.Who.OTHERS),
                count(all, Seen.Who.NOBODY),
                median(all, Seen.Who.SITE),
                median(all, Seen.Who.OTHERS));
    }

    private static long count(List<Seen> all, Seen.Who who) {
        return all.stream().filter(seen -> seen.first() == who).count();
    }

    /** The middle one; of an even number, the earlier of the two in the middle. */
    private static Optional<Duration> median(List<Seen> all, Seen.Who who) {
        var delays =
                all.stream().flatMap(seen -> seen.delay(who).stream()).sorted().toList();
        return delays.isEmpty() ? Optional.empty() : Optional.of(delays.get((delays.size() - 1) / 2));
    }
}
