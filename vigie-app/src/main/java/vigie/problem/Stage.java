package vigie.problem;

import java.util.Set;

/** How far a problem has come. */
public enum Stage {
    /** Nobody has said a word yet. */
    OPEN,
    /** Somebody knows, until a moment that they named. */
    ACKNOWLEDGED,
    /** It has lasted so long that a ticket is due. */
    DUE,
    /** A ticket follows it. */
    TICKETED,
    /** All its alarms are good again; it may be closed. */
    RECOVERED,
    /** It is over. */
    CLOSED;

    /** Whether a problem may go from here to there. */
    public boolean mayBecome(Stage next) {
        return switch (this) {
            case OPEN -> Set.of(ACKNOWLEDGED, DUE, TICKETED, RECOVERED, CLOSED).contains(next);
            case ACKNOWLEDGED ->
                Set.of(ACKNOWLEDGED, OPEN, DUE, TICKETED, RECOVERED, CLOSED).contains(next);
            case DUE -> Set.of(ACKNOWLEDGED, TICKETED, RECOVERED, CLOSED).contains(next);
            case TICKETED -> Set.of(RECOVERED, CLOSED).contains(next);
            case RECOVERED -> Set.of(OPEN, TICKETED, CLOSED).contains(next);
            case CLOSED -> false;
        };
    }
}
