package vigie.ticket;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where a ticket stands, in the words of GGUS, and where it may go from there; anything else is refused. Who may make
 * which of these moves is told by {@link Moves}.
 */
public enum State {
    /** Nobody has it yet. */
    NEW,
    /** The site has been told. */
    ASSIGNED,
    /** Somebody works on it. */
    IN_PROGRESS,
    /** The one who opened it must answer. */
    WAITING_FOR_REPLY,
    /** Nothing can be done before a date: a patch, a delivery. */
    ON_HOLD,
    /** It was said to be over, and is not. */
    REOPENED,
    /** The cause is gone; closed by itself after ten working days. */
    SOLVED,
    /** The one who opened it agrees that it is solved; final. */
    VERIFIED,
    /** Ended; final. */
    CLOSED,
    /** Given up: a duplicate, invalid, or nothing to be done; closed by itself after ten working days. */
    UNSOLVED;

    private static final Set<State> OPEN = EnumSet.range(NEW, REOPENED);

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether it has come to its end. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    /** Whether nobody has taken it up since it was opened or opened again. */
    public boolean isUntouched() {
        return this == NEW || this == ASSIGNED || this == REOPENED;
    }

    /** Whether who moves it here must say why: what solved it, what it waits for. */
    public boolean wantsReason() {
        return this == ON_HOLD || this == SOLVED || this == UNSOLVED || this == REOPENED;
    }

    /** The states that may follow, in the order in which a page offers them. */
    public List<State> next() {
        return switch (this) {
            case NEW -> List.of(IN_PROGRESS, ASSIGNED, WAITING_FOR_REPLY, ON_HOLD, SOLVED, UNSOLVED);
            case ASSIGNED -> List.of(IN_PROGRESS, WAITING_FOR_REPLY, ON_HOLD, SOLVED, UNSOLVED);
            case IN_PROGRESS -> List.of(SOLVED, WAITING_FOR_REPLY, ON_HOLD, ASSIGNED, UNSOLVED);
            case WAITING_FOR_REPLY -> List.of(IN_PROGRESS, SOLVED, ON_HOLD, UNSOLVED);
            case ON_HOLD -> List.of(IN_PROGRESS, ASSIGNED, WAITING_FOR_REPLY, SOLVED, UNSOLVED);
            case REOPENED -> List.of(IN_PROGRESS, ASSIGNED, WAITING_FOR_REPLY, ON_HOLD, SOLVED, UNSOLVED);
            case SOLVED -> List.of(VERIFIED, REOPENED, CLOSED);
            case UNSOLVED -> List.of(REOPENED, CLOSED);
            case VERIFIED, CLOSED -> List.of();
        };
    }

    /** Whether this state may follow. */
    public boolean mayBecome(State other) {
        return next().contains(other);
    }
}
