package vigie.joint;

/** Where somebody wrote of a failure. */
public enum Kind {
    /** In a ticket, wherever that was opened. */
    TICKET,
    /** On the mailing list. */
    CALL
}
