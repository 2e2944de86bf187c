package vigie.expertise;

import java.util.List;

/**
 * What is known of a case that is not solved yet. Any of it may be empty.
 *
 * @param text what is said of it, in French or English: the outputs of checks, a question
 * @param metrics the checks that fail
 * @param serviceTypes the types of the services that fail
 * @param products the software concerned
 * @param version of the product
 */
public record Sought(
        String text, List<String> metrics, List<String> serviceTypes, List<String> products, String version) {
    static final int LONGEST_TEXT = 8000;

    public Sought {
        text = Plain.text("text", text, LONGEST_TEXT);
        metrics = metrics.stream()
                .map(each -> Plain.line("metric", each, Learnt.LONGEST_NAME))
                .toList();
        serviceTypes = serviceTypes.stream()
                .map(each -> Plain.line("type", each, Learnt.LONGEST_NAME))
                .toList();
        products = products.stream()
                .map(each -> Plain.line("product", each, Learnt.LONGEST_NAME))
                .toList();
        version = Plain.line("version", version, Learnt.LONGEST_NAME);
    }

    /** Words alone. */
    public static Sought words(String text) {
        return new Sought(text, List.of(), List.of(), List.of(), "");
    }

    /** The same, of a check that fails. */
    Sought failing(String metric, List<String> of) {
        return new Sought(text, List.of(metric), serviceTypes, of, version);
    }

    boolean isEmpty() {
        return text.isEmpty() && metrics.isEmpty() && serviceTypes.isEmpty() && products.isEmpty();
    }
}
