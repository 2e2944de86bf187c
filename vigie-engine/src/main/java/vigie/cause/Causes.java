package vigie.cause;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins alarms of one site and one cause.
 *
 * <p>In this order: the same check of the same endpoint, whatever the VO or profile; an open problem of the host while
 * more than this fails there; a site of which most hosts, or the information system, failed together; a host of which
 * two services failed together, or that does not answer. What has a cause of its own by its nature (a certificate, a
 * version, accounting) is kept apart from the others. Alarms of different sites never join. When in doubt, apart: two
 * problems are merged with one key, a wrong join hides a failure.
 */
public final class Causes {
    static final String SAME_METRIC = "cause.same-metric";
    static final String HOST = "cause.host";
    static final String SITE = "cause.site";

    /** Failures that began no further apart than this began together. */
    public static final Duration TOGETHER = Duration.ofMinutes(30);

    private static final int FEWEST_HOSTS_OF_A_SITE = 3;
    private static final int PERCENT_OF_A_SITE = 60;

    private final KnownAlarm alarm;
    private final MetricName metric;
    private final List<KnownProblem> problems;
    private final List<KnownAlarm> others;
    private final int hostsAtSite;

    private Causes(KnownAlarm alarm, List<KnownProblem> open, Neighbours neighbours) {
        this.alarm = alarm;
        this.metric = MetricName.of(alarm);
        this.problems = open.stream()
                .filter(problem -> problem.site() == alarm.site())
                .sorted(Comparator.comparingLong(KnownProblem::id))
                .toList();
        this.others = neighbours.open().stream()
                .filter(other -> other.site() == alarm.site() && other.id() != alarm.id())
                .filter(other -> !MetricName.of(other).hasItsOwnCause())
                .toList();
        this.hostsAtSite = neighbours.hostsAtSite();
    }

    /** Where the alarm goes. The same question always has the same answer; the order of the lists does not matter. */
    public static Decision of(KnownAlarm alarm, List<KnownProblem> openProblems, Neighbours neighbours) {
        var causes = new Causes(alarm, openProblems, neighbours);
        return Stream.<Optional<Decision>>of(causes.sameMetric(), causes.openHost(), causes.site(), causes.host())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Decision.OpensNew(Cause.ofMetric(alarm)));
    }

    /** Whether what fails has a cause of its own by what it asks: a certificate, a version, accounting, security. */
    public static boolean hasItsOwnCause(KnownAlarm alarm) {
        return MetricName.of(alarm).hasItsOwnCause();
    }

    private Optional<Decision> sameMetric() {
        return joins(Cause.ofMetric(alarm));
    }

    private Optional<Decision> openHost() {
        var failing = onThisHost()
                .map(KnownAlarm::service)
                .filter(this::isAnotherService)
                .distinct();
        return mayShareAHost() && (metric.isHostCheck() || hostIsDown() || (isPlain() && failing.count() >= 2))
                ? joins(Cause.ofHost(alarm.host()))
                : Optional.empty();
    }

    private Optional<Decision> host() {
        if (mayShareAHost() && (hostIsDown() || isSayingSo())) {
            return Optional.of(widen(Cause.ofHost(alarm.host()), onThisHost().filter(this::tellsOfTheSameHost)));
        }
        return Optional.empty();
    }

    private Optional<Decision> site() {
        if (!isPlain()) {
            return Optional.empty();
        }
        var together = others.stream().filter(this::beganTogether).toList();
        if (isMostOfTheSite(together)) {
            return Optional.of(widen(Cause.ofSite(), together.stream()));
        }
        if (isMostOfTheSite(others)) {
            return joins(Cause.ofSite());
        }
        // The information system misleads those who look a service up; it does not switch hosts off.
        if (isInformationSystem(alarm)) {
            return Optional.of(widen(Cause.ofSite(), together.stream().filter(Predicate.not(Causes::isReachability))));
        }
        if (!isReachability(alarm) && together.stream().anyMatch(Causes::isInformationSystem)) {
            return Optional.of(widen(Cause.ofSite(), together.stream().filter(Causes::isInformationSystem)));
        }
        return Optional.empty();
    }

    /** Somebody else's alarm says that this host does not answer. */
    private boolean hostIsDown() {
        return onThisHost().anyMatch(this::tellsOfTheSameHost);
    }

    private boolean tellsOfTheSameHost(KnownAlarm other) {
        var its = MetricName.of(other);
        var sameEndpoint = other.service() == alarm.service();
        return its.isHostCheck()
                || (its.isPortCheck() && sameEndpoint)
                || (isSayingSo() && beganTogether(other))
                || (isPlain() && !sameEndpoint && beganTogether(other));
    }

    private boolean isSayingSo() {
        return metric.isHostCheck() || metric.isPortCheck();
    }

    private boolean isPlain() {
        return !metric.hasItsOwnCause();
    }

    /** A certificate cannot be read on a host that is down; what is worked out centrally needs no host. */
    private boolean mayShareAHost() {
        return isPlain() || metric.isCertificate();
    }

    private Stream<KnownAlarm> onThisHost() {
        return others.stream().filter(other -> other.host().equalsIgnoreCase(alarm.host()));
    }

    private boolean isAnotherService(long service) {
        return service != alarm.service();
    }

    private boolean beganTogether(KnownAlarm other) {
        return Duration.between(alarm.since(), other.since()).abs().compareTo(TOGETHER) <= 0;
    }

    private boolean isMostOfTheSite(List<KnownAlarm> failing) {
        Set<String> hosts = Stream.concat(failing.stream(), Stream.of(alarm))
                .map(KnownAlarm::host)
                .map(Cause::lower)
                .collect(Collectors.toSet());
        return hostsAtSite >= FEWEST_HOSTS_OF_A_SITE
                && hosts.size() >= FEWEST_HOSTS_OF_A_SITE
                && hosts.size() * 100 >= hostsAtSite * PERCENT_OF_A_SITE;
    }

    private static boolean isInformationSystem(KnownAlarm alarm) {
        return Set.of("site-bdii", "sbdii", "site_bdii", "bdii-site", "bdii_site")
                .contains(Cause.lower(alarm.serviceType()));
    }

    private static boolean isReachability(KnownAlarm alarm) {
        var metric = MetricName.of(alarm);
        return !isInformationSystem(alarm) && (metric.isHostCheck() || metric.isPortCheck());
    }

    private Optional<Decision> joins(Cause cause) {
        return problems.stream()
                .filter(problem -> problem.cause().equals(cause))
                .findFirst()
                .map(problem -> new Decision.Joins(problem.id(), cause, cause.reason(), List.of()));
    }

    /** The oldest problem of that width takes the alarm; failing one, the oldest that these alarms are in grows to it. */
    private Decision widen(Cause cause, Stream<KnownAlarm> alarms) {
        var evidence = alarms.toList();
        var held = problems.stream()
                .filter(problem -> evidence.stream().anyMatch(problem::covers))
                .filter(problem -> problem.cause().level().compareTo(cause.level()) <= 0)
                .sorted(Comparator.comparing(
                                (KnownProblem problem) -> problem.cause().level())
                        .reversed()
                        .thenComparingLong(KnownProblem::id))
                .toList();
        if (held.isEmpty()) {
            return joins(cause).orElseGet(() -> new Decision.OpensNew(cause));
        }
        var rest = held.stream().skip(1).map(KnownProblem::id).toList();
        return new Decision.Joins(held.getFirst().id(), cause, cause.reason(), rest);
    }
}
