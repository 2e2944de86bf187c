package vigie.effort;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.SiteId;
import vigie.time.Month;
import vigie.words.Refusal;

/** A month's effort by site, for machines; never by person. */
@RestController
@RequestMapping("/api/v1/effort")
class EffortApi {
    private final ActTable acts;
    private final SeenTable seen;
    private final Federation federation;
    private final Clock clock;

    EffortApi(ActTable acts, SeenTable seen, Federation federation, Clock clock) {
        this.acts = acts;
        this.seen = seen;
        this.federation = federation;
        this.clock = clock;
    }

    /** What the people of a site did; the site is empty for those who belong to none. */
    record Done(String site, long forOwnSite, long forOtherSites, long sitesHelped) {}

    /** Who saw a site's problems first; delays are medians in seconds, null where nobody acted. */
    record First(
            String site,
            int problems,
            long bySite,
            long byOthers,
            long byNobody,
            @Nullable Long siteDelay,
            @Nullable Long othersDelay) {}

    /** A month, from midnight to midnight UTC. */
    record OfMonth(String month, List<Done> acts, List<First> seen) {}

    /** The month's sums; the current month without one. */
    @May(Right.READ)
    @GetMapping
    OfMonth month(@RequestParam(defaultValue = "") String month) {
        var wanted = wanted(month);
        return new OfMonth(
                wanted.toString(),
                Sums.ofHomes(acts.during(wanted.interval())).stream()
                        .map(sum -> new Done(name(sum.home()), sum.own(), sum.help(), sum.helped()))
                        .toList(),
                Sums.ofSites(seen.during(wanted.interval())).stream()
                        .map(sum -> new First(
                                name(sum.site()),
                                sum.problems(),
                                sum.bySite(),
                                sum.byOthers(),
                                sum.byNobody(),
                                sum.siteDelay().map(delay -> delay.toSeconds()).orElse(null),
                                sum.othersDelay()
                                        .map(delay -> delay.toSeconds())
                                        .orElse(null)))
                        .toList());
    }

    private String name(long site) {
        return federation.site(new SiteId(site)).map(one -> one.name()).orElse("");
    }

    private Month wanted(String month) {
        try {
            return month.isBlank() ? Month.of(clock.instant()) : Month.parse(month.strip());
        } catch (IllegalArgumentException wrong) {
            throw Refusal.unreadable("month", "effort.month", month);
        }
    }
}
