package vigie.ticket;

import java.util.List;
import java.util.Set;

/**
 * Who may move a ticket where. Those on duty make every legal move, but they do not verify what a site raised; the site
 * takes a ticket up, holds it, asks, solves it, and verifies or reopens what it raised itself.
 */
final class Moves {
    private static final Set<State> OF_THE_SITE =
            Set.of(State.IN_PROGRESS, State.WAITING_FOR_REPLY, State.ON_HOLD, State.SOLVED);
    private static final Set<State> OF_WHO_RAISED_IT = Set.of(State.VERIFIED, State.REOPENED);

    private Moves() {}

    /** The states to which it may go from here, in the order in which a page offers them. */
    static List<State> from(State state, boolean onDuty, boolean raisedBySite) {
        return state.next().stream()
                .filter(to -> onDuty
                        ? to != State.VERIFIED || !raisedBySite
                        : OF_THE_SITE.contains(to) || (raisedBySite && OF_WHO_RAISED_IT.contains(to)))
                .toList();
    }
}
