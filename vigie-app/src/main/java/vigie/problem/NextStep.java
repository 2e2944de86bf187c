package vigie.problem;

import java.time.Duration;

/**
 * What the person on duty does next about one problem, by EGI's matrix of alarm and downtime. A pure table: see
 * {@link #of}.
 */
public enum NextStep {
    /** The site has the hand: nothing is due yet. */
    WAIT_FOR_SITE,
    /** A known end is awaited, that of an outage or of a silence. */
    WAIT_FOR_END,
    /** It seems good; one more result must say so. */
    WAIT_FOR_RESULT,
    /** Somebody acknowledged it until a moment. */
    WAIT_AS_AGREED,
    /** All is good and steady. */
    CLOSE,
    /** The fault is there, nothing covers it, and it has lasted long enough. */
    OPEN_TICKET,
    /** Somebody seems to have written of it elsewhere: a person says whether that is of the same cause. */
    SAY_WHETHER_SAME,
    /** A ticket follows it. */
    FOLLOW_TICKET,
    /** A ticket that was opened elsewhere follows it, and ours is withheld meanwhile. */
    FOLLOW_THEIRS,
    /** The site went into an outage while a ticket is open: its date moves to the end of the outage. */
    EXTEND_TICKET,
    /** All is good: the ticket may be solved. */
    SOLVE_TICKET,
    /** The outage is prolonged again and again: the ticket is closed, and the NGI asked to suspend the site. */
    ASK_SUSPENSION,
    /** The outage lasts longer than a month: suspension is advised. */
    ADVISE_SUSPENSION,
    /** It is old and in an outage: it may be closed as not good with the link of the outage. */
    MAY_CLOSE_NOT_GOOD,
    /** It is over. */
    NOTHING;

    /** An outage longer than this is too long (EGI: one month). */
    static final Duration LONGEST_OUTAGE = Duration.ofDays(30);

    /** So many announced outages without a gap are one that is prolonged again and again. */
    static final int TOO_OFTEN = 3;

    /**
     * What is known of a problem when the next step is sought.
     *
     * @param flapping whether a check of it swings to and fro
     * @param central whether it is worked out centrally, as accounting is: an outage of the site does not excuse it
     * @param outage how long the outage that covers it lasts in all; zero where none does
     * @param outages of how many announced downtimes that outage is made
     * @param old whether it is older than 72 hours, weekends and holidays aside
     * @param theirs whether the ticket that follows it was opened elsewhere and joined
     * @param asked whether something that was written elsewhere seems to be of it, and nobody has said so or otherwise
     */
    public record Situation(
            Stage stage,
            boolean seemsGood,
            boolean held,
            boolean ticket,
            boolean flapping,
            boolean central,
            Duration outage,
            int outages,
            boolean old,
            boolean theirs,
            boolean asked) {
        boolean isOut() {
            return !outage.isZero() && !central;
        }
    }

    /** The next step; the same situation always has the same. */
    public static NextStep of(Situation now) {
        return switch (now.stage()) {
            case CLOSED -> NOTHING;
            case RECOVERED -> good(now);
            case TICKETED -> now.seemsGood() ? WAIT_FOR_RESULT : ticketed(now);
            case ACKNOWLEDGED -> now.seemsGood() ? WAIT_FOR_RESULT : now.asked() ? SAY_WHETHER_SAME : WAIT_AS_AGREED;
            case OPEN, DUE, OVERDUE -> now.seemsGood() ? WAIT_FOR_RESULT : bad(now);
        };
    }

    private static NextStep good(Situation now) {
        if (now.flapping()) {
            return now.ticket() ? FOLLOW_TICKET : WAIT_FOR_RESULT;
        }
        return now.ticket() ? SOLVE_TICKET : CLOSE;
    }

    private static NextStep ticketed(Situation now) {
        if (now.isOut() && isTooLong(now) && (now.theirs() || now.outages() < TOO_OFTEN)) {
            return ADVISE_SUSPENSION;
        }
        if (now.asked() && !now.isOut()) {
            return SAY_WHETHER_SAME;
        }
        if (now.theirs()) {
            return FOLLOW_THEIRS; // whoever opened it moves its date
        }
        if (!now.isOut()) {
            return FOLLOW_TICKET;
        }
        return now.outages() >= TOO_OFTEN ? ASK_SUSPENSION : EXTEND_TICKET;
    }

    private static NextStep bad(Situation now) {
        if (now.isOut()) {
            if (isTooLong(now)) {
                return ADVISE_SUSPENSION;
            }
            return now.old() ? MAY_CLOSE_NOT_GOOD : WAIT_FOR_END;
        }
        if (now.held() && !now.central()) {
            return WAIT_FOR_END;
        }
        if (now.asked()) {
            return SAY_WHETHER_SAME;
        }
        return now.stage() == Stage.OPEN ? WAIT_FOR_SITE : OPEN_TICKET;
    }

    private static boolean isTooLong(Situation now) {
        return now.outage().compareTo(LONGEST_OUTAGE) > 0;
    }

    /** Whether somebody should do something today, and not just wait. */
    public boolean isWork() {
        return switch (this) {
            case WAIT_FOR_SITE, WAIT_FOR_END, WAIT_FOR_RESULT, WAIT_AS_AGREED, FOLLOW_TICKET, FOLLOW_THEIRS, NOTHING ->
                false;
            case CLOSE,
                    SAY_WHETHER_SAME,
                    OPEN_TICKET,
                    EXTEND_TICKET,
                    SOLVE_TICKET,
                    ASK_SUSPENSION,
                    ADVISE_SUSPENSION,
                    MAY_CLOSE_NOT_GOOD -> true;
        };
    }
}
