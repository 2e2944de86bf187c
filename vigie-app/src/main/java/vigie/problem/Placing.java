package vigie.problem;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vigie.alarm.Alarm;
import vigie.cause.Cause;
import vigie.cause.Causes;
import vigie.cause.Decision;
import vigie.cause.KnownProblem;
import vigie.cause.Neighbours;
import vigie.registry.SiteId;

/** Puts an alarm into a problem: where a person said so, else where its cause is. Under the lock of the site. */
@Component
class Placing {
    private static final String DEPENDENCY = "cause.dependency";

    private final ProblemTable problems;
    private final MemberTable members;
    private final RememberedTable remembered;
    private final Dependencies dependencies;
    private final KnownAlarms knownAlarms;
    private final Policies policies;
    private final Problems house;
    private final Holds holds;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Placing(
            ProblemTable problems,
            MemberTable members,
            RememberedTable remembered,
            Dependencies dependencies,
            KnownAlarms knownAlarms,
            Policies policies,
            Problems house,
            Holds holds,
            Clock clock) {
        this.problems = problems;
        this.members = members;
        this.remembered = remembered;
        this.dependencies = dependencies;
        this.knownAlarms = knownAlarms;
        this.policies = policies;
        this.house = house;
        this.holds = holds;
        this.clock = clock;
    }

    /** The open problems of a site, as the engine wants them. */
    List<KnownProblem> known(SiteId site) {
        return problems.open(site).stream()
                .map(problem -> new KnownProblem(problem.id(), problem.site().value(), problem.cause()))
                .toList();
    }

    /**
     * What is asked once for all alarms of a site that are placed together.
     *
     * @param anySaid whether any person ever said anything of a check of the site
     * @param byHand the open problems that a person parted from others
     * @param needs which service needs which others, as people declared it
     */
    record Ground(Neighbours neighbours, boolean anySaid, Set<Long> byHand, Map<Long, Set<Long>> needs) {}

    Ground ground(SiteId site, Neighbours neighbours) {
        return new Ground(neighbours, remembered.isAny(site.value()), problems.byHand(site), dependencies.needs(site));
    }

    /** Puts it; answers the open problems of the site after that. */
    List<KnownProblem> put(Alarm alarm, List<KnownProblem> known, Ground ground) {
        var said = ground.anySaid() ? remembered.of(alarm) : List.<RememberedTable.Remembered>of();
        var wanted = wanted(said, known);
        if (wanted.isPresent()) {
            join(alarm, wanted.get().id(), wanted.get().cause(), Partings.JOINED, List.of());
            return known;
        }
        var needed = needed(alarm, known, ground);
        if (needed.isPresent()) {
            join(alarm, needed.get().id(), needed.get().cause(), DEPENDENCY, List.of());
            return known;
        }
        var apart = said.stream()
                .filter(one -> !one.together())
                .map(RememberedTable.Remembered::cause)
                .collect(Collectors.toSet());
        var open = known.stream()
                .filter(one -> !ground.byHand().contains(one.id())
                        && !apart.contains(one.cause().text()))
                .toList();
        var decision = Causes.of(knownAlarms.of(alarm), open, ground.neighbours());
        if (apart.contains(decision.cause().text())) {
            return opened(alarm, knownAlarms.ownCause(alarm), Partings.BY_HAND, true, known);
        }
        return switch (decision) {
            case Decision.OpensNew(Cause cause, String reason) -> opened(alarm, cause, reason, false, known);
            case Decision.Joins(long id, Cause cause, String reason, List<Long> absorbs) ->
                join(alarm, id, cause, reason, absorbs) ? known(alarm.site()) : known;
        };
    }

    /** The open problem of a service that this one needs, where what fails may come of it at all. */
    private Optional<KnownProblem> needed(Alarm alarm, List<KnownProblem> known, Ground ground) {
        var needs = ground.needs().getOrDefault(alarm.service().value(), Set.of());
        if (needs.isEmpty() || Causes.hasItsOwnCause(knownAlarms.of(alarm))) {
            return Optional.empty();
        }
        return ground.neighbours().open().stream()
                .filter(other -> needs.contains(other.service()) && !Causes.hasItsOwnCause(other))
                .flatMap(other -> members.of(other.id()).stream())
                .flatMap(member -> known.stream().filter(problem -> problem.id() == member.problem()))
                .findFirst();
    }

    /** The open problem that a person put this check into, or the one of the cause that they said it belongs to. */
    private static Optional<KnownProblem> wanted(List<RememberedTable.Remembered> said, List<KnownProblem> known) {
        return said.stream()
                .flatMap(one -> known.stream()
                        .filter(problem -> problem.id() == one.problem()
                                || (one.together() && problem.cause().text().equals(one.cause()))))
                .findFirst();
    }

    private List<KnownProblem> opened(
            Alarm alarm, Cause cause, String reason, boolean byHand, List<KnownProblem> known) {
        var id = problems.open(
                alarm.site(), cause, alarm.raised(), policies.terms(alarm.site(), alarm.raised()), byHand);
        members.put(alarm.id(), id, reason);
        return Stream.concat(
                        known.stream(),
                        Stream.of(new KnownProblem(id, alarm.site().value(), cause)))
                .toList();
    }

    /** Whether that changed any problem's cause, or ended one. */
    private boolean join(Alarm alarm, long id, Cause cause, String reason, List<Long> absorbs) {
        members.put(alarm.id(), id, reason);
        var absorbed = absorbs.stream().filter(other -> absorb(id, other)).count();
        var problem = problems.hold(id).orElseThrow();
        var grows = !problem.cause().equals(cause);
        if (grows) {
            problem = Changed.of(problem).of(cause);
            problems.keep(problem);
        }
        house.relapses(problem);
        if (problem.held() != null) {
            holds.look(id, clock.instant());
        }
        return grows || absorbed > 0;
    }

    /** What was opened apart turns out to be of the same cause. One that a ticket follows is left to the people. */
    private boolean absorb(long into, long other) {
        var absorbed = problems.hold(other).filter(problem -> problem.ticket() == 0 && problem.isOpen());
        absorbed.ifPresent(problem -> {
            members.moveAll(other, into);
            problems.keep(Changed.of(problem).closed(clock.instant(), "problem.absorbed", ""));
        });
        return absorbed.isPresent();
    }
}
