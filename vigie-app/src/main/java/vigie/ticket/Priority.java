package vigie.ticket;

/** How pressing a ticket is, in the words of GGUS; within what time an answer is due is told by {@link Quality}. */
public enum Priority {
    /** Nice to have. */
    LESS_URGENT,
    /** Degraded, with a way round. */
    URGENT,
    /** Degraded, without a way round. */
    VERY_URGENT,
    /** Interrupted. */
    TOP
}
