package vigie.problem;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/**
 * A ticket that was opened elsewhere follows a problem: while it is open no ticket of ours falls due. When it ends and the
 * problem has not, the problem comes back on top and its terms begin anew; when it turns out to be of another cause, the
 * problem stands as if it had never been joined, with the terms that it had.
 */
@Component
public class Following {
    private final ProblemTable problems;
    private final FollowedTable followed;
    private final Policies policies;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Following(
            ProblemTable problems,
            FollowedTable followed,
            Policies policies,
            Journal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.problems = problems;
        this.followed = followed;
        this.policies = policies;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /** The problem, open and held until the transaction ends; refused where the actor does not handle it. */
    @Transactional
    public Problem held(Actor actor, long id) {
        var problem = problems.hold(id).orElseThrow(() -> Refusal.notFound("problem.unknown", id));
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, problem.site().value());
        if (!problem.isOpen()) {
            throw Refusal.conflict("problem.over", id);
        }
        return problem;
    }

    /** It follows from now on; false where another ticket does already. */
    @Transactional
    public boolean begin(Actor actor, long id, long ticket, String why) {
        var problem = held(actor, id);
        if (problem.ticket() != 0) {
            return false;
        }
        var now = clock.instant();
        problems.keep(Changed.of(problem).ticketed(ticket));
        followed.beginTheirs(id, ticket, problem.acknowledgedUntil(), now);
        journal.write(
                actor,
                Problems.subject(id),
                "problem.deed.joined",
                problem.stage().name(),
                "ticket:" + ticket,
                why);
        return true;
    }

    /** It is over; false where the problem is good again, and may go with it. */
    @Transactional
    public boolean ends(long id, long ticket, String why) {
        var problem = followedBy(id, ticket).filter(one -> one.recovered() == null);
        problem.ifPresent(one -> {
            var now = clock.instant();
            followed.end(id, now);
            problems.keep(Changed.of(one).withoutTicket(policies.terms(one.site(), now), now));
            journal.write(Actor.HOUSE, Problems.subject(id), "problem.deed.parted", "ticket:" + ticket, "", why);
            news.publishEvent(new ProblemReturned(id));
        });
        return problem.isPresent();
    }

    /** It was of another cause. */
    @Transactional
    public void undo(Actor actor, long id, long ticket, String why) {
        followedBy(id, ticket).ifPresent(problem -> {
            var now = clock.instant();
            var before = followed.of(id).stream()
                    .filter(one -> one.ticket() == ticket)
                    .findFirst()
                    .map(FollowedTable.Followed::acknowledged);
            followed.end(id, now);
            problems.keep(Changed.of(problem).rid(before.orElse(null), now));
            journal.write(actor, Problems.subject(id), "problem.deed.disjoined", "ticket:" + ticket, "", why);
        });
    }

    private Optional<Problem> followedBy(long id, long ticket) {
        return problems.hold(id).filter(problem -> problem.isOpen() && problem.ticket() == ticket);
    }
}
