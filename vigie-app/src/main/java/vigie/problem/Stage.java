package vigie.problem;

import java.util.Set;

/** How far a problem has come. */
public enum Stage {
    /** It is new: nobody has said a word yet, and the site has the hand. */
    OPEN,
    /** Somebody knows, until a moment that they named. */
    ACKNOWLEDGED,
    /** It has lasted so long that a ticket is due. */
    DUE,
    /** A ticket was due long ago; soon those above the duty see it. */
    OVERDUE,
    /** A ticket follows it. */
    TICKETED,
    /** All its alarms are good again, and that is believed; it may be closed. */
    RECOVERED,
    /** It is over. */
    CLOSED;

    /** Whether a problem may go from here to there. */
    public boolean mayBecome(Stage next) {
        return switch (this) {
            case OPEN -> Set.of(ACKNOWLEDGED, DUE, TICKETED, RECOVERED, CLOSED).contains(next);
            case ACKNOWLEDGED ->
                Set.of(ACKNOWLEDGED, OPEN, DUE, TICKETED, RECOVERED, CLOSED).contains(next);
            case DUE ->
                Set.of(ACKNOWLEDGED, OVERDUE, TICKETED, RECOVERED, CLOSED).contains(next);
            case OVERDUE -> Set.of(ACKNOWLEDGED, TICKETED, RECOVERED, CLOSED).contains(next);
            case TICKETED -> Set.of(OPEN, RECOVERED, CLOSED).contains(next);
            case RECOVERED -> Set.of(OPEN, TICKETED, CLOSED).contains(next);
            case CLOSED -> false;
        };
    }
}
