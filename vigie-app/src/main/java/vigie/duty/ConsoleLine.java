package vigie.duty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.problem.NextStep;
import vigie.problem.ProblemLine;
import vigie.words.Words;

/**
 * One thing to do: what it is, why it is to be done, and its next legal step.
 *
 * @param moment by when, or since when, as {@code why} says it; null where that does not matter
 * @param why the key of the sentence that says why it stands here
 */
public record ConsoleLine(
        ProblemLine problem,
        NextStep step,
        String why,
        @Nullable Instant moment) {
    /** Where the next step is made, when it needs more than one key: a draft, a ticket, or the problem's page. */
    public String path() {
        var it = problem.problem();
        return switch (step) {
            case OPEN_TICKET -> "/tickets/new?problem=" + it.id();
            case SAY_WHETHER_SAME -> "/problems/" + it.id() + "#joint";
            case FOLLOW_TICKET, FOLLOW_THEIRS, EXTEND_TICKET, SOLVE_TICKET, ASK_SUSPENSION -> "/tickets/" + it.ticket();
            default -> "/problems/" + it.id();
        };
    }

    /** The next step in words. */
    public String said(Words words) {
        return step == NextStep.FOLLOW_THEIRS
                ? words.say("duty.followed-in", Long.toString(problem.problem().ticket()))
                : words.word("problem.step", step);
    }

    /** Whether one key does it: a form without a field. */
    public boolean isOneKey() {
        return step == NextStep.CLOSE;
    }

    /** Whether somebody may say that they know of it. */
    public boolean mayBeAcknowledged() {
        return switch (problem.problem().stage()) {
            case OPEN, DUE, OVERDUE -> true;
            case ACKNOWLEDGED, TICKETED, RECOVERED, CLOSED -> false;
        };
    }
}
