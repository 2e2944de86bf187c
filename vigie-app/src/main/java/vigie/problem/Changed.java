package vigie.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a problem becomes, one change at a time. */
record Changed(Problem before) {
    static Changed of(Problem before) {
        return new Changed(before);
    }

    Problem acknowledged(Instant until, long owner) {
        return with(Stage.ACKNOWLEDGED, until, owner, before.ticket(), null);
    }

    Problem acknowledgementOver() {
        return with(Stage.OPEN, null, before.owner(), before.ticket(), null);
    }

    Problem ownedBy(long owner) {
        return with(before.stage(), before.acknowledgedUntil(), owner, before.ticket(), before.recovered());
    }

    Problem due() {
        return with(Stage.DUE, null, before.owner(), before.ticket(), null);
    }

    Problem ticketed(long ticket) {
        var stage = before.stage() == Stage.RECOVERED ? Stage.RECOVERED : Stage.TICKETED;
        return with(stage, null, before.owner(), ticket, before.recovered());
    }

    Problem recovered(Instant now) {
        return with(Stage.RECOVERED, null, before.owner(), before.ticket(), now);
    }

    /** An alarm came back before it was closed. */
    Problem bad() {
        return with(before.ticket() == 0 ? Stage.OPEN : Stage.TICKETED, null, before.owner(), before.ticket(), null);
    }

    Problem began(Instant began, Instant due) {
        return new Problem(
                before.id(),
                before.site(),
                before.cause(),
                before.stage(),
                began,
                due,
                before.acknowledgedUntil(),
                before.owner(),
                before.ticket(),
                before.recovered(),
                before.closed(),
                before.closedWhy());
    }

    Problem of(vigie.cause.Cause cause) {
        return new Problem(
                before.id(),
                before.site(),
                cause,
                before.stage(),
                before.began(),
                before.due(),
                before.acknowledgedUntil(),
                before.owner(),
                before.ticket(),
                before.recovered(),
                before.closed(),
                before.closedWhy());
    }

    Problem closed(Instant now, String why) {
        return new Problem(
                before.id(),
                before.site(),
                before.cause(),
                Stage.CLOSED,
                before.began(),
                before.due(),
                null,
                before.owner(),
                before.ticket(),
                before.recovered(),
                now,
                why);
    }

    private Problem with(Stage stage, @Nullable Instant until, long owner, long ticket, @Nullable Instant recovered) {
        return new Problem(
                before.id(),
                before.site(),
                before.cause(),
                stage,
                before.began(),
                before.due(),
                until,
                owner,
                ticket,
                recovered,
                before.closed(),
                before.closedWhy());
    }
}
