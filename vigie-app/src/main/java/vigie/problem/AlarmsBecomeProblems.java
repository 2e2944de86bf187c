package vigie.problem;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.alarm.Alarm;
import vigie.alarm.Alarms;
import vigie.alarm.AlarmsCleared;
import vigie.alarm.AlarmsRaised;
import vigie.cause.Cause;
import vigie.cause.Causes;
import vigie.cause.Decision;
import vigie.cause.KnownAlarm;
import vigie.cause.KnownProblem;
import vigie.cause.Neighbours;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.SiteId;

/** An alarm joins the open problem of its cause, or opens one; when the last is good again, the problem recovers. */
@Component
class AlarmsBecomeProblems {
    private final Alarms alarms;
    private final Federation federation;
    private final ProblemTable problems;
    private final MemberTable members;
    private final Policies policies;
    private final Problems house;
    private final Clock clock;

    AlarmsBecomeProblems(
            Alarms alarms,
            Federation federation,
            ProblemTable problems,
            MemberTable members,
            Policies policies,
            Problems house,
            Clock clock) {
        this.alarms = alarms;
        this.federation = federation;
        this.problems = problems;
        this.members = members;
        this.policies = policies;
        this.house = house;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AlarmsRaised raised) {
        var site = new SiteId(raised.site());
        problems.lock(site);
        // asked under the lock: an alarm may have been cleared, or found its problem, while we waited for our turn
        var placed = members.of(raised.alarms());
        var fresh = alarms.all(raised.alarms()).stream()
                .filter(alarm -> alarm.isOpen() && !placed.contains(alarm.id()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        var neighbours = neighbours(site);
        var known = known(site);
        for (var alarm : fresh) {
            known = put(alarm, known, neighbours);
        }
    }

    /** Puts an alarm into a problem; answers the open problems of the site after that. */
    private List<KnownProblem> put(Alarm alarm, List<KnownProblem> known, Neighbours neighbours) {
        return switch (Causes.of(known(alarm, service(alarm)), known, neighbours)) {
            case Decision.OpensNew(Cause cause, String reason) -> {
                var problem =
                        problems.open(alarm.site(), cause, alarm.raised(), policies.due(alarm.site(), alarm.raised()));
                members.put(alarm.id(), problem, reason);
                yield Stream.concat(
                                known.stream(),
                                Stream.of(new KnownProblem(problem, alarm.site().value(), cause)))
                        .toList();
            }
            case Decision.Joins(long id, Cause cause, String reason, List<Long> absorbs) -> {
                members.put(alarm.id(), id, reason);
                absorbs.forEach(other -> absorb(id, other));
                var isAnother = problems.hold(id)
                        .filter(problem -> problem.stage() == Stage.RECOVERED
                                || !problem.cause().equals(cause))
                        .map(problem -> widened(problem, cause))
                        .isPresent();
                yield isAnother || !absorbs.isEmpty() ? known(alarm.site()) : known;
            }
        };
    }

    private Problem widened(Problem problem, Cause cause) {
        var wider = Changed.of(problem).of(cause);
        var kept = problem.stage() == Stage.RECOVERED ? Changed.of(wider).bad() : wider;
        problems.keep(kept);
        return kept;
    }

    @ApplicationModuleListener
    void on(AlarmsCleared cleared) {
        problems.lock(new SiteId(cleared.site()));
        cleared.alarms().forEach(house::shut);
    }

    /** What was opened apart turns out to be of the same cause. One that a ticket follows is left to the people. */
    private void absorb(long into, long other) {
        problems.hold(other).filter(problem -> problem.ticket() == 0).ifPresent(problem -> {
            members.moveAll(other, into);
            problems.keep(Changed.of(problem).closed(clock.instant(), "problem.absorbed"));
        });
    }

    private List<KnownProblem> known(SiteId site) {
        return problems.open(site).stream()
                .map(problem -> new KnownProblem(problem.id(), problem.site().value(), problem.cause()))
                .toList();
    }

    private Neighbours neighbours(SiteId site) {
        var services = federation.services(site);
        var byId = services.stream().collect(Collectors.toMap(Service::id, one -> one));
        var open = alarms.open(site).stream()
                .map(alarm -> known(
                        alarm, Optional.ofNullable(byId.get(alarm.service())).or(() -> service(alarm))))
                .toList();
        var hosts = services.stream()
                .filter(Service::monitored)
                .map(Service::host)
                .distinct()
                .count();
        return new Neighbours(open, (int) hosts);
    }

    private Optional<Service> service(Alarm alarm) {
        return federation.service(alarm.service());
    }

    private static KnownAlarm known(Alarm alarm, Optional<Service> service) {
        return new KnownAlarm(
                alarm.id(),
                alarm.site().value(),
                alarm.service().value(),
                service.map(Service::host).orElse(""),
                service.map(Service::type).orElse(""),
                alarm.metric(),
                alarm.vo(),
                alarm.raised());
    }
}
