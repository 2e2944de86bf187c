package vigie.problem;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.alarm.Alarm;
import vigie.journal.Journal;
import vigie.monitor.MetricState;
import vigie.monitor.Statuses;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.CertificationStatus;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.status.Status;
import vigie.words.Refusal;

/**
 * Which checks raise problems at which site: as the site wants it, else as its NGI does, else as the house is set.
 * A site is on probation for fifteen days after it was certified ({@code vigie.problem.probation}).
 */
@Component
public class Watches {
    private final WatchTable table;
    private final Federation federation;
    private final Statuses statuses;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;
    private final Watch usual;
    private final Duration probation;

    @SuppressWarnings("TooManyParameters")
    Watches(
            WatchTable table,
            Federation federation,
            Statuses statuses,
            Journal journal,
            ApplicationEventPublisher news,
            Clock clock,
            @Value("${vigie.problem.watch:BOTH}") Watch usual,
            @Value("${vigie.problem.probation:P15D}") Duration probation) {
        this.table = table;
        this.federation = federation;
        this.statuses = statuses;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
        this.usual = usual;
        this.probation = probation;
    }

    /**
     * How well a site is covered.
     *
     * @param own whether the site said so itself
     * @param ops how many of its checks are of operations, and were heard of lately
     * @param vos how many are of its VOs
     * @param covered whether the duty or, where it wants that, the site itself is told of any of them
     */
    public record Coverage(
            Site site, Watch watch, boolean own, boolean onProbation, long ops, long vos, boolean covered) {}

    /** Those of these alarms of one site that raise problems there. */
    List<Alarm> let(SiteId site, List<Alarm> alarms) {
        var watch = of(site, table.all());
        var onProbation = watch == Watch.GROWING && onProbation().contains(site);
        return alarms.stream()
                .filter(alarm -> watch.lets(alarm.vo(), onProbation))
                .toList();
    }

    /** Every certified site, those first that nobody watches. */
    public List<Coverage> coverage() {
        var said = table.all();
        var young = onProbation();
        var all = new ArrayList<Coverage>();
        for (var site : federation.sites()) {
            if (site.status() == CertificationStatus.CERTIFIED) {
                all.add(coverage(site, said, young.contains(site.id())));
            }
        }
        all.sort(java.util.Comparator.comparing(Coverage::covered)
                .thenComparing(one -> one.site().name()));
        return all;
    }

    private Coverage coverage(Site site, Map<String, Watch> said, boolean young) {
        var watch = of(site.id(), said);
        var heard = statuses.ofSite(site.id()).stream()
                .filter(one -> one.state().hard() != Status.MISSING)
                .toList();
        var ops = heard.stream().filter(one -> isOfOperations(one)).count();
        var vos = heard.size() - ops;
        var seen = watch == Watch.SELF
                ? heard.size()
                : heard.stream()
                        .filter(one -> watch.lets(one.key().vo(), young))
                        .count();
        return new Coverage(site, watch, said.containsKey(scope(site.id())), young, ops, vos, seen > 0);
    }

    private static boolean isOfOperations(MetricState one) {
        return Watch.OPS.lets(one.key().vo(), false);
    }

    /** Sets it for a site; null: as its NGI has it. The site's own administrators may. */
    @Transactional
    public void ofSite(Actor actor, SiteId site, @Nullable Watch watch, String reason) {
        actor.mustBeAllowed(Right.EDIT_REGISTRY, site.value());
        if (federation.site(site).isEmpty()) {
            throw Refusal.notFound("problem.watch.no-site", site.value());
        }
        keep(actor, scope(site), watch, reason, List.of(site.value()));
    }

    /** Sets it for the sites of an NGI that have no wish of their own; null: as the house has it. */
    @Transactional
    public void ofNgi(Actor actor, String ngi, @Nullable Watch watch, String reason) {
        actor.mustBeAllowed(Right.EDIT_REGISTRY, 0);
        var sites = federation.sites().stream()
                .filter(site -> site.ngi().equals(ngi))
                .map(site -> site.id().value())
                .toList();
        if (ngi.isEmpty() || sites.isEmpty()) {
            throw Refusal.unreadable("scope", "problem.watch.no-ngi", ngi);
        }
        keep(actor, "ngi:" + ngi, watch, reason, sites);
    }

    private void keep(Actor actor, String scope, @Nullable Watch watch, String reason, List<Long> sites) {
        var why = Problems.text("reason", reason);
        var before = table.all().get(scope);
        table.keep(scope, watch, actor.name(), clock.instant(), why);
        journal.write(actor, "watch:" + scope, "problem.deed.watch", name(before), name(watch), why);
        news.publishEvent(new WatchChanged(sites));
    }

    private Watch of(SiteId site, Map<String, Watch> said) {
        var own = said.get(scope(site));
        if (own != null) {
            return own;
        }
        var ngi = federation.site(site).map(Site::ngi).orElse("");
        return said.getOrDefault("ngi:" + ngi, usual);
    }

    private Set<SiteId> onProbation() {
        var now = clock.instant();
        var young = new HashSet<SiteId>();
        for (var change : federation.statusChanges(now.minus(probation), now.plusSeconds(1))) {
            if (change.after() == CertificationStatus.CERTIFIED && change.before() != null) {
                young.add(change.site());
            }
        }
        return young;
    }

    private static String scope(SiteId site) {
        return "site:" + site.value();
    }

    private static String name(@Nullable Watch watch) {
        return watch == null ? "" : watch.name();
    }
}
