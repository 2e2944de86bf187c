package vigie.joint;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.match.Failing;
import vigie.match.Matching;
import vigie.people.Actor;
import vigie.registry.Federation;
import vigie.registry.KnownNames;
import vigie.registry.Site;
import vigie.registry.SiteId;

/**
 * Holds what people wrote against the open problems of the site, and proposes what seems to be of one cause. What is joined
 * is left alone, what a person refused is not proposed again; what is certain is joined at once where the NGI wants that.
 */
@Component
class Proposing {
    private static final Set<Standing> NO = Set.of(Standing.REFUSED, Standing.UNDONE);

    private final JointTable table;
    private final Failures failures;
    private final Writings writings;
    private final Joints joints;
    private final JointPolicyTable policies;
    private final Federation federation;
    private final KnownNames names;
    private final Clock clock;

    Proposing(
            JointTable table,
            Failures failures,
            Writings writings,
            Joints joints,
            JointPolicyTable policies,
            Federation federation,
            KnownNames names,
            Clock clock) {
        this.table = table;
        this.failures = failures;
        this.writings = writings;
        this.joints = joints;
        this.policies = policies;
        this.federation = federation;
        this.names = names;
        this.clock = clock;
    }

    /** A ticket was opened, or again. */
    @Transactional
    void ticket(long id) {
        writings.ticket(id).ifPresent(this::look);
    }

    /** A call was read, or something was said of it. */
    @Transactional
    void call(long id) {
        writings.call(id).ifPresentOrElse(this::look, () -> table.lapse(Kind.CALL, id));
    }

    /** Problems of a site have grown: perhaps somebody had written of them before. */
    @Transactional
    void site(SiteId site) {
        failures.oldest(site).ifPresent(oldest -> {
            var written = writings.of(site, oldest.minus(Matching.BEFORE));
            if (!written.isEmpty()) {
                var failing = failures.of(site);
                written.forEach(writing -> look(writing, site, failing));
            }
        });
    }

    private void look(Writing writing) {
        var site = writing.site().value() != 0
                ? writing.site()
                : Matching.siteOf(writing.said(), names.places())
                        .flatMap(federation::siteNamed)
                        .map(Site::id)
                        .orElse(writing.site());
        if (site.value() != 0) {
            look(writing, site, failures.of(site));
        }
    }

    private void look(Writing writing, SiteId site, List<Failing> failing) {
        var known = table.of(writing.kind(), writing.number());
        if (known.stream().anyMatch(joint -> joint.standing() == Standing.JOINED)) {
            return;
        }
        var refused = known.stream()
                .filter(joint -> NO.contains(joint.standing()))
                .map(Joint::problem)
                .collect(Collectors.toSet());
        var open = failing.stream()
                .filter(problem -> !refused.contains(problem.id()))
                .toList();
        Matching.of(writing.said(), open, names.places()).ifPresent(match -> {
            var already = known.stream()
                    .anyMatch(joint -> joint.standing() == Standing.PROPOSED && joint.problem() == match.problem());
            if (!already) {
                table.lapse(writing.kind(), writing.number());
                var id = table.propose(writing, site, match, clock.instant());
                if (match.isCertain() && policies.byItself(ngi(site))) {
                    id.ifPresent(joint -> joints.join(Actor.HOUSE, joint, Standing.PROPOSED, ""));
                }
            }
        });
    }

    private String ngi(SiteId site) {
        return federation.site(site).map(Site::ngi).orElse("");
    }
}
