package vigie.problem;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.alarm.Alarms;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.words.Refusal;

/** Problems are parted and joined by hand; what a person decided is remembered, and the house does not undo it. */
@Component
class Partings {
    static final String BY_HAND = "problem.reason.by-hand";
    static final String JOINED = "problem.reason.joined";

    private final Problems house;
    private final ProblemTable problems;
    private final MemberTable members;
    private final RememberedTable remembered;
    private final Alarms alarms;
    private final KnownAlarms known;
    private final Policies policies;
    private final Journal journal;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Partings(
            Problems house,
            ProblemTable problems,
            MemberTable members,
            RememberedTable remembered,
            Alarms alarms,
            KnownAlarms known,
            Policies policies,
            Journal journal,
            Clock clock) {
        this.house = house;
        this.problems = problems;
        this.members = members;
        this.remembered = remembered;
        this.alarms = alarms;
        this.known = known;
        this.policies = policies;
        this.journal = journal;
        this.clock = clock;
    }

    /** Parts an alarm from a problem: it becomes a problem of its own. Answers the new problem's number. */
    @Transactional
    long split(Actor actor, long id, long alarm, String reason) {
        var problem = house.held(actor, id);
        var why = Problems.text("reason", reason);
        var all = members.in(id);
        if (all.size() < 2 || all.stream().noneMatch(member -> member.alarm() == alarm)) {
            throw Refusal.conflict("problem.cannot-split", alarm, id);
        }
        var now = clock.instant();
        var parted = alarms.alarm(alarm).orElseThrow();
        var fresh = problems.open(
                problem.site(),
                known.ownCause(parted),
                parted.raised(),
                policies.terms(problem.site(), parted.raised()),
                true);
        members.move(alarm, fresh, BY_HAND);
        remembered.keep(parted, problem.cause(), false, fresh, actor.name(), now, why);
        journal.write(
                actor, Problems.subject(id), "problem.deed.split", "alarm:" + alarm, Problems.subject(fresh), why);
        house.lookAtRecovery(id);
        house.lookAtRecovery(fresh);
        return fresh;
    }

    /** Joins another problem of the same site to this one; the other is closed. */
    @Transactional
    void merge(Actor actor, long id, long other, String reason) {
        if (id == other) {
            throw Refusal.unreadable("other", "problem.merge-self", id);
        }
        var first = house.held(actor, Math.min(id, other));
        var second = house.held(actor, Math.max(id, other));
        var into = first.id() == id ? first : second;
        var from = first.id() == id ? second : first;
        var why = Problems.text("reason", reason);
        if (!into.site().equals(from.site())) {
            throw Refusal.conflict("problem.other-site", id, other);
        }
        if (!into.isOpen() || !from.isOpen()) {
            throw Refusal.conflict("problem.over", into.isOpen() ? other : id);
        }
        var now = clock.instant();
        for (var member : members.in(other)) {
            alarms.alarm(member.alarm())
                    .ifPresent(alarm -> remembered.keep(alarm, into.cause(), true, id, actor.name(), now, why));
            members.move(member.alarm(), id, JOINED);
        }
        var began = into.began().isBefore(from.began()) ? into.began() : from.began();
        problems.keep(Changed.of(into).began(began, policies.terms(into.site(), began)));
        if (members.openIn(id) > 0) {
            house.relapses(problems.hold(id).orElseThrow());
        }
        house.end(actor, from, why, "");
        journal.write(actor, Problems.subject(id), "problem.deed.merged", Problems.subject(other), "", why);
    }
}
