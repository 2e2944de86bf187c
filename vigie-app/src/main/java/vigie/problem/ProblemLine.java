package vigie.problem;

import java.util.List;
import org.springframework.stereotype.Component;
import vigie.people.People;
import vigie.people.Person;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.words.Words;

/**
 * A problem as a person reads it.
 *
 * @param alarms how many alarms it holds
 * @param open how many of them are still open
 * @param owner the name of who has it in hand; empty for nobody
 */
public record ProblemLine(Problem problem, String site, int alarms, int open, String owner) {

    /** What is broken, in words. */
    public String what(Words words) {
        var cause = problem.cause();
        return switch (cause.level()) {
            case METRIC ->
                cause.host().isEmpty()
                        ? words.say("problem.what.check", cause.metric())
                        : words.say("problem.what.metric", cause.metric(), cause.serviceType(), cause.host());
            case HOST -> words.say("problem.what.host", cause.host());
            case SITE -> words.say("problem.what.site", site);
        };
    }

    /** What is broken in a word: the site, the host, or the check. */
    public String broken() {
        var cause = problem.cause();
        if (cause.level() == vigie.cause.Cause.Level.SITE) {
            return site;
        }
        return cause.host().isEmpty() ? cause.metric() : cause.host();
    }

    /** The stage as a status, for its glyph and colour. */
    public vigie.status.Status status() {
        if (problem.held() != null) {
            return vigie.status.Status.DOWNTIME;
        }
        return switch (problem.stage()) {
            case OPEN, DUE, OVERDUE -> vigie.status.Status.CRITICAL;
            case ACKNOWLEDGED, TICKETED -> vigie.status.Status.WARNING;
            case RECOVERED, CLOSED -> vigie.status.Status.OK;
        };
    }

    /** Gives problems their names. */
    @Component
    public static class Lines {
        private final Federation federation;
        private final MemberTable members;
        private final People people;

        Lines(Federation federation, MemberTable members, People people) {
            this.federation = federation;
            this.members = members;
            this.people = people;
        }

        /** The lines of these problems, in their order. */
        public List<ProblemLine> of(List<Problem> problems) {
            var names = people.everyone().stream().collect(java.util.stream.Collectors.toMap(Person::id, Person::name));
            var counts = members.counts(problems.stream().map(Problem::id).toList());
            var sites = federation.sites().stream().collect(java.util.stream.Collectors.toMap(Site::id, Site::name));
            return problems.stream()
                    .map(problem -> {
                        var count = counts.getOrDefault(problem.id(), new MemberTable.Count(problem.id(), 0, 0));
                        return new ProblemLine(
                                problem,
                                sites.containsKey(problem.site())
                                        ? sites.get(problem.site())
                                        : federation
                                                .site(problem.site())
                                                .map(Site::name)
                                                .orElse("?"),
                                count.alarms(),
                                count.open(),
                                names.getOrDefault(problem.owner(), ""));
                    })
                    .toList();
        }
    }
}
