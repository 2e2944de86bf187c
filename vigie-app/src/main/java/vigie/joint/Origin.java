package vigie.joint;

/** Where a line of a common history was written. */
public enum Origin {
    /** By the house or a person about the problem. */
    PROBLEM,
    /** In a ticket. */
    TICKET,
    /** On the mailing list. */
    CALL
}
