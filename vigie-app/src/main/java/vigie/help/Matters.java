package vigie.help;

import org.springframework.stereotype.Component;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** Finds what somebody asks about, and refuses who may not ask for its site. */
@Component
class Matters {
    private final Problems problems;
    private final Federation federation;

    Matters(Problems problems, Federation federation) {
        this.problems = problems;
        this.federation = federation;
    }

    /** By the number of a problem, a service or a site; the first that is not 0 counts. */
    Matter of(Actor actor, long problem, long service, long site) {
        var matter = found(problem, service, site);
        actor.mustBeAllowed(Right.REPLY_TICKETS, matter.site().id().value());
        return matter;
    }

    private Matter found(long problem, long service, long site) {
        if (problem != 0) {
            var found = problems.problem(problem).orElseThrow(() -> Refusal.notFound("problem.unknown", problem));
            return new Matter(federation.site(found.site()).orElseThrow(), found, null);
        }
        if (service != 0) {
            var found = federation
                    .service(new ServiceId(service))
                    .orElseThrow(() -> Refusal.notFound("registry.no-such-service", service));
            return new Matter(federation.site(found.site()).orElseThrow(), null, found);
        }
        return new Matter(
                federation
                        .site(new SiteId(site))
                        .orElseThrow(() -> Refusal.notFound("help.no-matter", Long.toString(site))),
                null,
                null);
    }
}
