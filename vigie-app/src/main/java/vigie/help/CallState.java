package vigie.help;

/** How far a call has come. */
public enum CallState {
    /** Nobody has answered. */
    OPEN,
    /** Somebody other than the asker has. */
    ANSWERED,
    /** A person has put it aside, with a reason. */
    CLOSED
}
