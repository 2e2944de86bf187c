package vigie.problem;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.alarm.Alarms;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.registry.Federation;

/**
 * Problems whose open alarms are all covered, by an announced outage or by a silence, wait until the first cover ends.
 * No ticket is opened meanwhile (EGI); after it, what is still bad comes back on top.
 */
@Component
class Holds {
    private final ProblemTable problems;
    private final MemberTable members;
    private final Alarms alarms;
    private final Federation federation;
    private final SilenceTable silences;
    private final Journal journal;
    private final ApplicationEventPublisher news;

    Holds(
            ProblemTable problems,
            MemberTable members,
            Alarms alarms,
            Federation federation,
            SilenceTable silences,
            Journal journal,
            ApplicationEventPublisher news) {
        this.problems = problems;
        this.members = members;
        this.alarms = alarms;
        this.federation = federation;
        this.silences = silences;
        this.journal = journal;
        this.news = news;
    }

    Covers covers(Instant now) {
        return Covers.of(now, federation.downtimes(Covers.moment(now)), silences.running(now));
    }

    /** Looks at one problem; answers it as it is then. */
    @Transactional
    Problem look(long id, Instant now) {
        return look(problems.hold(id).orElseThrow(), covers(now), now);
    }

    /** Looks at all that may be covered: an outage was announced, or a silence began or ended. */
    @Transactional
    void lookAtAll(Instant now) {
        var covers = covers(now);
        for (var problem : problems.open()) {
            if (isTouched(problem, covers)) {
                problems.hold(problem.id()).ifPresent(held -> look(held, covers, now));
            }
        }
    }

    private static boolean isTouched(Problem problem, Covers covers) {
        return problem.held() != null || covers.sites().contains(problem.site());
    }

    private Problem look(Problem problem, Covers covers, Instant now) {
        if (!problem.isOpen() || problem.goodSince() != null) {
            return problem;
        }
        // what is worked out centrally does not stop with the site's machines: only a silence covers it
        var its = problem.cause().speaksOfTheSite() ? covers.withoutOutages() : covers;
        var end = its.until(alarms.all(open(problem.id()))).orElse(null);
        if (Objects.equals(end, problem.held())) {
            return problem;
        }
        if (end != null) {
            return keep(Changed.of(problem).heldUntil(end));
        }
        journal.write(Actor.HOUSE, "problem:" + problem.id(), "problem.deed.returned", "", "", "");
        news.publishEvent(new ProblemReturned(problem.id()));
        return keep(Changed.of(problem).returned(now));
    }

    private List<Long> open(long problem) {
        return members.in(problem).stream()
                .filter(MemberTable.Member::open)
                .map(MemberTable.Member::alarm)
                .toList();
    }

    private Problem keep(Problem problem) {
        problems.keep(problem);
        return problem;
    }
}
