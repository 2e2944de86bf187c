package vigie.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.cause.Cause;

/** What a problem becomes, one change at a time. Used once. */
final class Changed {
    private final Problem before;
    private Cause cause;
    private Stage stage;
    private Instant began;
    private Policies.Terms terms;
    private @Nullable Instant until;
    private long owner;
    private long ticket;
    private @Nullable Instant held;
    private @Nullable Instant good;
    private @Nullable Instant recovered;
    private @Nullable Instant returned;
    private long returnedFrom;

    private Changed(Problem before) {
        this.before = before;
        cause = before.cause();
        stage = before.stage();
        began = before.began();
        terms = new Policies.Terms(before.due(), before.overdue(), before.escalates());
        until = before.acknowledgedUntil();
        owner = before.owner();
        ticket = before.ticket();
        held = before.held();
        good = before.goodSince();
        recovered = before.recovered();
        returned = before.returned();
        returnedFrom = before.returnedFrom();
    }

    static Changed of(Problem before) {
        return new Changed(before);
    }

    Problem acknowledged(Instant end, long who) {
        stage = Stage.ACKNOWLEDGED;
        until = end;
        owner = who;
        returned = null;
        return now();
    }

    /** The acknowledgement is over, and it comes back on top. */
    Problem acknowledgementOver(Instant now) {
        stage = Stage.OPEN;
        until = null;
        returned = now;
        returnedFrom = 0;
        return now();
    }

    Problem ownedBy(long who) {
        owner = who;
        returned = null;
        return now();
    }

    Problem due() {
        stage = Stage.DUE;
        until = null;
        return now();
    }

    Problem overdue() {
        stage = Stage.OVERDUE;
        return now();
    }

    Problem ticketed(long number) {
        stage = stage == Stage.RECOVERED ? Stage.RECOVERED : Stage.TICKETED;
        until = null;
        returned = null;
        ticket = number;
        return now();
    }

    /** Its ticket has ended and it has not: its terms begin anew. */
    Problem withoutTicket(Policies.Terms fresh, Instant now) {
        stage = Stage.OPEN;
        returnedFrom = ticket;
        ticket = 0;
        terms = fresh;
        returned = now;
        return now();
    }

    /** The ticket was none of its: it stands as if that had never followed it, with the terms that it had. */
    Problem rid(@Nullable Instant acknowledged, Instant now) {
        ticket = 0;
        if (stage == Stage.TICKETED) {
            var stands = acknowledged != null && acknowledged.isAfter(now);
            stage = stands ? Stage.ACKNOWLEDGED : Stage.OPEN;
            until = stands ? acknowledged : null;
            returned = stands ? null : now;
            returnedFrom = 0;
        }
        return now();
    }

    /** Something covers it until then; nothing where that is null. */
    Problem heldUntil(@Nullable Instant end) {
        held = end;
        return now();
    }

    /** What covered it is over and it is still bad: it comes back on top. */
    Problem returned(Instant now) {
        held = null;
        returned = now;
        returnedFrom = 0;
        return now();
    }

    /** No alarm of it is open any more; it is not believed yet. */
    Problem good(Instant now) {
        good = now;
        held = null;
        returned = null;
        return now();
    }

    Problem recovered(Instant now) {
        stage = Stage.RECOVERED;
        until = null;
        held = null;
        recovered = now;
        return now();
    }

    /** An alarm is open, or again: whatever was said of its recovery no longer holds. */
    Problem bad() {
        if (stage == Stage.RECOVERED) {
            stage = ticket == 0 ? Stage.OPEN : Stage.TICKETED;
        }
        good = null;
        recovered = null;
        return now();
    }

    Problem began(Instant moment, Policies.Terms fresh) {
        began = moment;
        terms = fresh;
        return now();
    }

    Problem of(Cause wider) {
        cause = wider;
        return now();
    }

    Problem closed(Instant now, String why, String as) {
        stage = Stage.CLOSED;
        until = null;
        held = null;
        return with(now, why, as);
    }

    private Problem now() {
        return with(before.closed(), before.closedWhy(), before.closedAs());
    }

    private Problem with(@Nullable Instant closed, String why, String as) {
        return new Problem(
                before.id(),
                before.site(),
                cause,
                stage,
                began,
                terms.due(),
                terms.overdue(),
                terms.escalates(),
                until,
                owner,
                ticket,
                held,
                good,
                recovered,
                returned,
                returned == null ? 0 : returnedFrom,
                closed,
                why,
                as);
    }
}
