package vigie.ticket;

/** How pressing a ticket is; the response times are those that GGUS asks of sites (quality of service "medium"). */
public enum Priority {
    /** Nice to have. */
    LESS_URGENT(5),
    /** Degraded, with a way round. */
    URGENT(5),
    /** Degraded, without a way round. */
    VERY_URGENT(1),
    /** Interrupted. */
    TOP(1);

    private final int responseDays;

    Priority(int responseDays) {
        this.responseDays = responseDays;
    }

    /** Within how many working days the first answer is due. */
    public int responseDays() {
        return responseDays;
    }
}
