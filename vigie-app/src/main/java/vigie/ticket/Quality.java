package vigie.ticket;

/** How soon a site promises to answer, by the priority of the ticket: the three levels of GGUS. */
public enum Quality {
    /** Whatever the priority, within five working days. */
    BASE,
    /** What is asked of every resource centre. */
    MEDIUM,
    /** For those who are watched at all hours. */
    ADVANCED;

    private static final int WEEK = 5;

    /** Within what time the first answer is due. */
    public Term within(Priority priority, String country) {
        var rule = "helpdesk.qos." + name();
        return switch (this) {
            case BASE -> days(WEEK, country, rule);
            case MEDIUM ->
                switch (priority) {
                    case LESS_URGENT, URGENT -> days(WEEK, country, rule);
                    case VERY_URGENT, TOP -> days(1, country, rule);
                };
            case ADVANCED ->
                switch (priority) {
                    case LESS_URGENT -> days(WEEK, country, rule);
                    case URGENT, VERY_URGENT -> days(1, country, rule);
                    case TOP -> new Term(4, Term.Unit.WORKING_HOURS, country, rule);
                };
        };
    }

    private static Term days(int days, String country, String rule) {
        return new Term(days, Term.Unit.WORKING_DAYS, country, rule);
    }
}
