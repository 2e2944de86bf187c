package vigie.help;

import java.util.List;
import vigie.words.Refusal;

/**
 * Which conversations a list shows.
 *
 * @param view one of {@link #VIEWS}
 * @param site the number of a site; 0 for all
 * @param text words that stand in the subject or in a name; empty for all
 */
record Filter(String view, long site, String text) {
    /** All calls, then those of one state, and the conversations that are no calls. */
    static final List<String> VIEWS =
            List.of("calls", "open", "late", "answered", "other-house", "within-a-day", "closed", "no-calls");

    Filter {
        if (!VIEWS.contains(view)) {
            throw Refusal.notFound("help.view.unknown", view, String.join(", ", VIEWS));
        }
    }

    /** The condition of the view in SQL; {@code :now} and {@code :day}, a working day in seconds, are its parameters. */
    String condition() {
        return condition(view);
    }

    static String condition(String view) {
        return switch (view) {
            case "open" -> "call and state = 'OPEN'";
            case "late" -> "call and state = 'OPEN' and due <= :now";
            case "answered" -> "call and answered is not null";
            case "other-house" -> "call and answered is not null and other_house";
            case "within-a-day" -> "call and answered is not null and answer_seconds <= :day";
            case "closed" -> "call and state = 'CLOSED'";
            case "no-calls" -> "not call";
            default -> "call";
        };
    }
}
