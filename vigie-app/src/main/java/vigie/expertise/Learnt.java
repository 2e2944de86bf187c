package vigie.expertise;

/**
 * What somebody writes down of a case that is solved.
 *
 * @param site the name of the site where it happened; empty for none
 * @param formKey the form it comes from; the same key writes one lesson however often it is sent
 */
public record Learnt(
        long ticket,
        long problem,
        String site,
        String metric,
        String serviceType,
        String product,
        String version,
        String title,
        String cause,
        String solution,
        String formKey) {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_TITLE = 250;
    static final int LONGEST_TEXT = 2000;

    public Learnt {
        if (ticket < 0 || problem < 0) {
            throw new IllegalArgumentException(
                    "lesson of ticket %d and problem %d (expected: numbers, or 0)".formatted(ticket, problem));
        }
        site = Plain.line("site", site, LONGEST_NAME);
        metric = Plain.line("metric", metric, LONGEST_NAME);
        serviceType = Plain.line("serviceType", serviceType, LONGEST_NAME);
        product = Plain.line("product", product, LONGEST_NAME);
        version = Plain.line("version", version, LONGEST_NAME);
        title = Plain.some("title", Plain.line("title", title, LONGEST_TITLE));
        cause = Plain.some("cause", Plain.text("cause", cause, LONGEST_TEXT));
        solution = Plain.some("solution", Plain.text("solution", solution, LONGEST_TEXT));
        formKey = Plain.some("key", Plain.line("key", formKey, 300));
    }
}
