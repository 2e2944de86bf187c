package vigie.problem;

import java.time.Clock;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.alarm.Alarm;
import vigie.alarm.AlarmCleared;
import vigie.alarm.AlarmRaised;
import vigie.alarm.Alarms;
import vigie.cause.Cause;
import vigie.cause.Causes;
import vigie.cause.Decision;
import vigie.cause.KnownAlarm;
import vigie.cause.KnownProblem;
import vigie.cause.Neighbours;
import vigie.registry.Federation;
import vigie.registry.Service;

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
    void on(AlarmRaised raised) {
        problems.lock(alarms.alarm(raised.alarm()).orElseThrow().site());
        // asked again under the lock: the alarm may have been cleared while we waited for our turn
        var alarm = alarms.alarm(raised.alarm()).orElseThrow();
        if (members.of(alarm.id()).isPresent() || !alarm.isOpen()) {
            return;
        }
        var open = problems.open(alarm.site());
        var known = open.stream()
                .map(problem -> new KnownProblem(problem.id(), problem.site().value(), problem.cause()))
                .toList();
        switch (Causes.of(known(alarm), known, neighbours(alarm))) {
            case Decision.OpensNew(Cause cause, String reason) -> {
                var problem =
                        problems.open(alarm.site(), cause, alarm.raised(), policies.due(alarm.site(), alarm.raised()));
                members.put(alarm.id(), problem, reason);
            }
            case Decision.Joins(long id, Cause cause, String reason, List<Long> absorbs) -> {
                members.put(alarm.id(), id, reason);
                absorbs.forEach(other -> absorb(id, other));
                problems.hold(id).ifPresent(problem -> {
                    var wider = Changed.of(problem).of(cause);
                    problems.keep(
                            problem.stage() == Stage.RECOVERED
                                    ? Changed.of(wider).bad()
                                    : wider);
                });
            }
        }
    }

    @ApplicationModuleListener
    void on(AlarmCleared cleared) {
        problems.lock(alarms.alarm(cleared.alarm()).orElseThrow().site());
        house.shut(cleared.alarm());
    }

    /** What was opened apart turns out to be of the same cause. One that a ticket follows is left to the people. */
    private void absorb(long into, long other) {
        problems.hold(other).filter(problem -> problem.ticket() == 0).ifPresent(problem -> {
            members.moveAll(other, into);
            problems.keep(Changed.of(problem).closed(clock.instant(), "problem.absorbed"));
        });
    }

    private Neighbours neighbours(Alarm alarm) {
        var open = alarms.open(alarm.site()).stream().map(this::known).toList();
        var hosts = federation.services(alarm.site()).stream()
                .filter(Service::monitored)
                .map(Service::host)
                .distinct()
                .count();
        return new Neighbours(open, (int) hosts);
    }

    private KnownAlarm known(Alarm alarm) {
        var service = federation.service(alarm.service());
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
