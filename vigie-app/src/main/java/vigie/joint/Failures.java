package vigie.joint;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vigie.alarm.AlarmLine;
import vigie.alarm.Alarms;
import vigie.cause.Cause;
import vigie.match.Failing;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;

/** The open problems, as far as they can be held against what somebody wrote. */
@Component
class Failures {
    private final Problems problems;
    private final Alarms alarms;
    private final AlarmLine.Lines lines;
    private final Federation federation;

    Failures(Problems problems, Alarms alarms, AlarmLine.Lines lines, Federation federation) {
        this.problems = problems;
        this.alarms = alarms;
        this.lines = lines;
        this.federation = federation;
    }

    /** When the oldest of a site began. */
    Optional<Instant> oldest(SiteId site) {
        return problems.open(site).stream().map(Problem::began).min(Comparator.naturalOrder());
    }

    /** Those of a site. */
    List<Failing> of(SiteId site) {
        return problems.open(site).stream().map(this::of).toList();
    }

    private Failing of(Problem problem) {
        var its = lines.of(alarms.all(problems.alarmsOf(problem.id())));
        return new Failing(
                problem.id(),
                federation.site(problem.site()).map(Site::name).orElse(""),
                its.stream().map(line -> line.host().toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                its.stream().map(AlarmLine::type).collect(Collectors.toSet()),
                its.stream().map(line -> line.alarm().metric()).collect(Collectors.toSet()),
                its.stream().map(line -> line.alarm().summary()).distinct().collect(Collectors.joining("\n")),
                problem.cause().level() == Cause.Level.SITE,
                problem.began(),
                problem.recovered());
    }
}
