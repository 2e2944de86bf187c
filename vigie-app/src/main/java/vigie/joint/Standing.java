package vigie.joint;

/** How far it is said that something written is of the cause of a problem. */
public enum Standing {
    /** It seems so; a person says whether it is. */
    PROPOSED,
    /** It is. */
    JOINED,
    /** A person said that it is not; it is not proposed again. */
    REFUSED,
    /** It was joined, and a person said that it is not; it is not proposed again. */
    UNDONE,
    /** One of both has ended. */
    OVER
}
