package vigie.ticket;

import java.time.Instant;

/**
 * One ticket bound to another.
 *
 * @param ticket the slave or the child
 * @param other the master or the parent
 * @param was the state of the slave, or of the parent, before it was bound
 */
public record Bond(long id, long ticket, long other, Kind kind, State was, Instant at, String who, String reason) {
    /** What binds them (GGUS). */
    public enum Kind {
        /** The same issue: what is said in the master reaches the slave's site, and solving it solves the slave. */
        MASTER,
        /** Part of a larger one: the parent waits until its last child is solved. */
        PARENT
    }
}
