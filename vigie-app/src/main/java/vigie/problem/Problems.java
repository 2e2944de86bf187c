package vigie.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** The problems of the house, and what people do with them. Each deed is checked against the site and journaled. */
@Component
public class Problems {
    private static final Duration LONGEST_ACKNOWLEDGEMENT = Duration.ofDays(30);
    private static final int LONGEST_TEXT = 4000;

    private final ProblemTable problems;
    private final MemberTable members;
    private final NoteTable notes;
    private final Policies policies;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Problems(
            ProblemTable problems,
            MemberTable members,
            NoteTable notes,
            Policies policies,
            Journal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.problems = problems;
        this.members = members;
        this.notes = notes;
        this.policies = policies;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /** The problem of a number, open or closed. */
    public Optional<Problem> problem(long id) {
        return problems.find(id);
    }

    /** All that are not over, the oldest first. */
    public List<Problem> open() {
        return problems.open();
    }

    /** Those of a site that are not over, the oldest first. */
    public List<Problem> open(SiteId site) {
        return problems.open(site);
    }

    /** The numbers of a problem's alarms, open or not. */
    public List<Long> alarmsOf(long problem) {
        return members.in(problem).stream().map(MemberTable.Member::alarm).toList();
    }

    /** Somebody knows of it, until a moment at most thirty days ahead. */
    @Transactional
    public void acknowledge(Actor actor, long id, Instant until, String reason) {
        var problem = held(actor, id);
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_ACKNOWLEDGEMENT))) {
            throw Refusal.unreadable("until", "problem.until", until, LONGEST_ACKNOWLEDGEMENT.toDays());
        }
        var why = text("reason", reason);
        become(problem, Stage.ACKNOWLEDGED);
        problems.keep(Changed.of(problem).acknowledged(until, actor.person()));
        journal.write(
                actor, subject(id), "problem.deed.acknowledged", problem.stage().name(), until.toString(), why);
    }

    /** Takes it in hand. */
    @Transactional
    public void take(Actor actor, long id) {
        var problem = held(actor, id);
        if (!problem.isOpen()) {
            throw Refusal.conflict("problem.over", id);
        }
        problems.keep(Changed.of(problem).ownedBy(actor.person()));
        journal.write(actor, subject(id), "problem.deed.taken", Long.toString(problem.owner()), actor.login(), "");
    }

    /** Writes a word beside it; the administrators of its site may, too. */
    @Transactional
    public void note(Actor actor, long id, String said) {
        var problem = problems.find(id).orElseThrow(() -> Refusal.notFound("problem.unknown", id));
        actor.mustBeAllowed(Right.REPLY_TICKETS, problem.site().value());
        notes.add(id, clock.instant(), actor.name(), text("text", said));
    }

    /** Closes it; the reason is what the others read. One whose alarms are still open is refused. */
    @Transactional
    public void close(Actor actor, long id, String reason) {
        var problem = held(actor, id);
        var why = text("reason", reason);
        if (members.openIn(id) > 0) {
            throw Refusal.conflict("problem.still-bad", id, members.openIn(id));
        }
        end(actor, problem, why);
    }

    /** Parts an alarm from a problem: it becomes a problem of its own. Answers the new problem's number. */
    @Transactional
    public long split(Actor actor, long id, long alarm, String reason) {
        var problem = held(actor, id);
        var why = text("reason", reason);
        var all = members.in(id);
        if (all.size() < 2 || all.stream().noneMatch(member -> member.alarm() == alarm)) {
            throw Refusal.conflict("problem.cannot-split", alarm, id);
        }
        var fresh = problems.open(problem.site(), problem.cause(), clock.instant(), problem.due());
        members.move(alarm, fresh, "problem.reason.by-hand");
        journal.write(actor, subject(id), "problem.deed.split", "alarm:" + alarm, subject(fresh), why);
        lookAtRecovery(id);
        return fresh;
    }

    /** Joins another problem of the same site to this one; the other is closed. */
    @Transactional
    public void merge(Actor actor, long id, long other, String reason) {
        if (id == other) {
            throw Refusal.unreadable("other", "problem.merge-self", id);
        }
        var first = held(actor, Math.min(id, other));
        var second = held(actor, Math.max(id, other));
        var into = first.id() == id ? first : second;
        var from = first.id() == id ? second : first;
        var why = text("reason", reason);
        if (!into.site().equals(from.site())) {
            throw Refusal.conflict("problem.other-site", id, other);
        }
        if (!into.isOpen() || !from.isOpen()) {
            throw Refusal.conflict("problem.over", into.isOpen() ? other : id);
        }
        members.moveAll(other, id);
        var began = into.began().isBefore(from.began()) ? into.began() : from.began();
        problems.keep(Changed.of(into).began(began, policies.due(into.site(), began)));
        end(actor, from, why);
        journal.write(actor, subject(id), "problem.deed.merged", subject(other), "", why);
    }

    /** A ticket follows the problem from now on; false where one does already. */
    @Transactional
    public boolean ticketed(Actor actor, long id, long ticket) {
        var problem = problems.hold(id).orElseThrow(() -> Refusal.notFound("problem.unknown", id));
        if (problem.ticket() != 0 || !problem.isOpen()) {
            return false;
        }
        problems.keep(Changed.of(problem).ticketed(ticket));
        journal.write(
                actor, subject(id), "problem.deed.ticketed", problem.stage().name(), "ticket:" + ticket, "");
        return true;
    }

    /** The ticket is over: a recovered problem goes with it. */
    @Transactional
    public void ticketIsOver(Actor actor, long id, String reason) {
        problems.hold(id)
                .filter(problem -> problem.stage() == Stage.RECOVERED)
                .ifPresent(problem -> end(actor, problem, reason));
    }

    /** An alarm of the problem is good again: when it was the last, the problem has recovered. */
    @Transactional
    void shut(long alarm) {
        members.of(alarm).ifPresent(member -> {
            problems.hold(member.problem());
            members.shut(alarm);
            lookAtRecovery(member.problem());
        });
    }

    private void lookAtRecovery(long id) {
        var problem = problems.hold(id).orElseThrow();
        if (problem.isOpen() && problem.stage() != Stage.RECOVERED && members.openIn(id) == 0) {
            problems.keep(Changed.of(problem).recovered(clock.instant()));
            news.publishEvent(new ProblemRecovered(id));
        }
    }

    /** Its time has come: a ticket is due. */
    @Transactional
    void fallDue(long id) {
        problems.hold(id).filter(problem -> problem.stage() == Stage.OPEN).ifPresent(problem -> {
            problems.keep(Changed.of(problem).due());
            news.publishEvent(new ProblemDue(id));
        });
    }

    /** The acknowledgement has ended: it is open again, and due at once where its time has passed. */
    @Transactional
    void acknowledgementEnds(long id) {
        problems.hold(id)
                .filter(problem -> problem.stage() == Stage.ACKNOWLEDGED)
                .ifPresent(problem -> {
                    problems.keep(Changed.of(problem).acknowledgementOver());
                    journal.write(Actor.HOUSE, subject(id), "problem.deed.expired", "", "", "");
                });
    }

    /** Nobody closed it for so long after it recovered that the house does. */
    @Transactional
    void closesByItself(long id) {
        problems.hold(id)
                .filter(problem -> problem.stage() == Stage.RECOVERED && problem.ticket() == 0)
                .ifPresent(problem -> end(Actor.HOUSE, problem, "problem.closed-by-itself"));
    }

    private void end(Actor actor, Problem problem, String why) {
        become(problem, Stage.CLOSED);
        problems.keep(Changed.of(problem).closed(clock.instant(), why));
        journal.write(
                actor,
                subject(problem.id()),
                "problem.deed.closed",
                problem.stage().name(),
                "",
                why);
        news.publishEvent(new ProblemClosed(problem.id()));
    }

    private Problem held(Actor actor, long id) {
        var problem = problems.hold(id).orElseThrow(() -> Refusal.notFound("problem.unknown", id));
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, problem.site().value());
        return problem;
    }

    private static void become(Problem problem, Stage next) {
        if (!problem.stage().mayBecome(next)) {
            throw Refusal.conflict(
                    "problem.moved-on", problem.id(), problem.stage().name(), next.name());
        }
    }

    private static String text(String field, String said) {
        var text = said.strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.unreadable(field, "problem.text", text.length(), LONGEST_TEXT);
        }
        return text;
    }

    private static String subject(long id) {
        return "problem:" + id;
    }
}
