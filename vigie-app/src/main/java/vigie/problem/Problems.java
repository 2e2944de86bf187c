package vigie.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private static final Duration SOONEST_LOOK = Duration.ofMinutes(1);
    private static final int LONGEST_TEXT = 4000;

    private final ProblemTable problems;
    private final MemberTable members;
    private final NoteTable notes;
    private final FollowedTable followed;
    private final Policies policies;
    private final Belief belief;
    private final Holds holds;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Problems(
            ProblemTable problems,
            MemberTable members,
            NoteTable notes,
            FollowedTable followed,
            Policies policies,
            Belief belief,
            Holds holds,
            Journal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.problems = problems;
        this.members = members;
        this.notes = notes;
        this.followed = followed;
        this.policies = policies;
        this.belief = belief;
        this.holds = holds;
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

    /** The words that people wrote beside it, the first one first. */
    public List<Note> notes(long problem) {
        return notes.of(problem);
    }

    /** The numbers of a problem's alarms, open or not. */
    public List<Long> alarmsOf(long problem) {
        return members.in(problem).stream().map(MemberTable.Member::alarm).toList();
    }

    /** How many alarms are in a problem for which reason: keys of the messages. */
    Map<String, Long> reasonsOf(long problem) {
        return members.in(problem).stream()
                .map(member -> member.reason().replace("problem.reason.", "cause."))
                .collect(Collectors.groupingBy(reason -> "problem." + reason, TreeMap::new, Collectors.counting()));
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
        if (problem.stage() == Stage.ACKNOWLEDGED
                && until.equals(problem.acknowledgedUntil())
                && problem.owner() == actor.person()) {
            return; // said again by who was not sure that it had arrived
        }
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

    /** Closes one whose alarms are all good; the reason is what the others read. */
    @Transactional
    public void close(Actor actor, long id, String reason) {
        var problem = held(actor, id);
        var why = text("reason", reason);
        if (members.openIn(id) > 0) {
            throw Refusal.conflict("problem.still-bad", id, members.openIn(id));
        }
        end(actor, problem, why, "");
    }

    /** Closes one that is still bad, for one of the reasons that EGI accepts and with an explanation; it is counted. */
    @Transactional
    public void closeThoughBad(Actor actor, long id, NotGood as, String explanation) {
        var problem = held(actor, id);
        var why = text("reason", explanation);
        if (members.openIn(id) == 0) {
            throw Refusal.conflict("problem.is-good", id);
        }
        end(actor, problem, why, as.name());
    }

    /** A ticket follows the problem from now on; false where one does already. */
    @Transactional
    public boolean ticketed(Actor actor, long id, long ticket) {
        var problem = problems.hold(id).orElseThrow(() -> Refusal.notFound("problem.unknown", id));
        if (problem.ticket() != 0 || !problem.isOpen()) {
            return false;
        }
        problems.keep(Changed.of(problem).ticketed(ticket));
        followed.begin(id, ticket, clock.instant());
        journal.write(
                actor, subject(id), "problem.deed.ticketed", problem.stage().name(), "ticket:" + ticket, "");
        return true;
    }

    /**
     * The ticket is over: a recovered problem goes with it. One that is still bad is parted from it and its terms begin
     * anew, so that another ticket falls due for it in its time.
     */
    @Transactional
    public void ticketIsOver(Actor actor, long id, String reason) {
        problems.hold(id).filter(Problem::isOpen).ifPresent(problem -> {
            followed.end(id, clock.instant());
            if (problem.stage() == Stage.RECOVERED) {
                end(actor, problem, reason, "");
            } else if (problem.ticket() != 0) {
                var now = clock.instant();
                problems.keep(Changed.of(problem).withoutTicket(policies.terms(problem.site(), now), now));
                journal.write(actor, subject(id), "problem.deed.parted", "ticket:" + problem.ticket(), "", reason);
            }
        });
    }

    /** The tickets that followed it, the first one first. */
    public List<Long> ticketsOf(long id) {
        return followed.of(id).stream().map(FollowedTable.Followed::ticket).toList();
    }

    /** These alarms are good again: a problem of which they were the last has recovered. */
    @Transactional
    void shut(List<Long> alarms) {
        var touched = members.problemsOf(alarms);
        touched.forEach(problems::hold);
        members.shut(alarms);
        touched.forEach(this::lookAtRecovery);
    }

    /** Whether no alarm of it is open any more, and whether that is believed. */
    void lookAtRecovery(long id) {
        var problem = problems.hold(id).orElseThrow();
        if (problem.isOpen() && problem.stage() != Stage.RECOVERED && members.openIn(id) == 0) {
            var now = clock.instant();
            var seems = problem.goodSince() == null ? Changed.of(problem).good(now) : problem;
            problems.keep(seems);
            believe(seems, now);
        }
    }

    /** Looks again at one that seems good. */
    @Transactional
    void lookAgain(long id) {
        problems.hold(id)
                .filter(problem -> problem.isOpen() && problem.recovered() == null && problem.goodSince() != null)
                .ifPresent(problem -> believe(problem, clock.instant()));
    }

    private void believe(Problem problem, Instant now) {
        if (belief.isGood(problem.id())) {
            problems.keep(Changed.of(problem).recovered(now));
            news.publishEvent(new ProblemRecovered(problem.id()));
        } else {
            // soon at first, and ever more seldom where no result comes
            var waited = Duration.between(problem.goodSince(), now).dividedBy(4);
            problems.lookAt(problem.id(), now.plus(waited.compareTo(SOONEST_LOOK) < 0 ? SOONEST_LOOK : waited));
        }
    }

    /** An alarm of it is open again: what was said of its recovery no longer holds. */
    void relapses(Problem problem) {
        if (problem.goodSince() != null || problem.recovered() != null) {
            problems.keep(Changed.of(problem).bad());
            if (problem.recovered() != null) {
                journal.write(Actor.HOUSE, subject(problem.id()), "problem.deed.relapsed", "", "", "");
                news.publishEvent(new ProblemRelapsed(problem.id()));
            }
        }
    }

    /** Its time has come: a ticket is due, unless something covers it. */
    @Transactional
    void fallDue(long id) {
        problems.hold(id)
                .filter(problem -> problem.stage() == Stage.OPEN)
                .map(problem -> holds.look(id, clock.instant()))
                .filter(problem -> problem.held() == null && problem.goodSince() == null)
                .ifPresent(problem -> {
                    problems.keep(Changed.of(problem).due());
                    news.publishEvent(new ProblemDue(id));
                });
    }

    /** A ticket has been due for too long. */
    @Transactional
    void fallOverdue(long id) {
        problems.hold(id)
                .filter(problem -> problem.stage() == Stage.DUE)
                .map(problem -> holds.look(id, clock.instant()))
                .filter(Problem::wantsTicket)
                .ifPresent(problem -> {
                    problems.keep(Changed.of(problem).overdue());
                    journal.write(Actor.HOUSE, subject(id), "problem.deed.overdue", "", "", "");
                    news.publishEvent(new ProblemOverdue(id));
                });
    }

    /** The acknowledgement has ended: it is open again, on top, and due at once where its time has passed. */
    @Transactional
    void acknowledgementEnds(long id) {
        problems.hold(id)
                .filter(problem -> problem.stage() == Stage.ACKNOWLEDGED)
                .ifPresent(problem -> {
                    problems.keep(Changed.of(problem).acknowledgementOver(clock.instant()));
                    journal.write(Actor.HOUSE, subject(id), "problem.deed.expired", "", "", "");
                    news.publishEvent(new ProblemReturned(id));
                });
    }

    /** Nobody closed it for so long after it recovered that the house does. */
    @Transactional
    void closesByItself(long id) {
        problems.hold(id)
                .filter(problem -> problem.stage() == Stage.RECOVERED && problem.ticket() == 0)
                .ifPresent(problem -> end(Actor.HOUSE, problem, "problem.closed-by-itself", ""));
    }

    void end(Actor actor, Problem problem, String why, String as) {
        become(problem, Stage.CLOSED);
        problems.keep(Changed.of(problem).closed(clock.instant(), why, as));
        journal.write(
                actor,
                subject(problem.id()),
                as.isEmpty() ? "problem.deed.closed" : "problem.deed.closed-bad",
                problem.stage().name(),
                as,
                why);
        news.publishEvent(new ProblemClosed(problem.id()));
    }

    Problem held(Actor actor, long id) {
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

    static String text(String field, String said) {
        var text = said.strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.unreadable(field, "problem.text", text.length(), LONGEST_TEXT);
        }
        return text;
    }

    static String subject(long id) {
        return "problem:" + id;
    }
}
