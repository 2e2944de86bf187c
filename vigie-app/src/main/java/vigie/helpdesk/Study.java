package vigie.helpdesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vigie.time.Month;
import vigie.words.Refusal;

/**
 * Which tickets of the past are studied.
 *
 * @param from the first month, and {@code to} the last
 * @param site the name of a site; empty for all, {@code -} for those without
 * @param service what the ticket calls its service; empty for all, {@code -} for those without
 * @param cause the name of a {@link CauseKind}; empty for all
 * @param campaigns whether those of campaigns count
 * @param text words that stand in the subject or the solution; empty for all
 */
public record Study(Month from, Month to, String site, String service, String cause, boolean campaigns, String text) {
    /** What stands for a site, or a service, that a ticket does not name. */
    static final String NONE = "-";

    public Study {
        if (to.compareTo(from) < 0) {
            throw Refusal.unreadable("to", "helpdesk.study.order", to.toString(), from.toString());
        }
        if (!cause.isEmpty()
                && Arrays.stream(CauseKind.values())
                        .noneMatch(kind -> kind.name().equals(cause))) {
            throw Refusal.notFound("helpdesk.study.cause", cause);
        }
    }

    /** A month as it is written in an address; what is none, or of no calendar, is refused. */
    static Month month(String field, String written) {
        if (!written.matches("(19|20|21)\\d\\d-(0[1-9]|1[0-2])")) {
            throw Refusal.unreadable(field, "helpdesk.study.month", written);
        }
        return Month.parse(written);
    }

    /** The same of one month, site, service or cause, as the counts name it. */
    public Study only(String by, String value) {
        var named = value.isEmpty() ? NONE : value;
        return switch (by) {
            case "month" -> new Study(Month.parse(value), Month.parse(value), site, service, cause, campaigns, text);
            case "site" -> new Study(from, to, named, service, cause, campaigns, text);
            case "service" -> new Study(from, to, site, named, cause, campaigns, text);
            default -> new Study(from, to, site, service, value, campaigns, text);
        };
    }

    /** The address of the list of them. */
    public String list(int page) {
        return "/helpdesk/history/tickets" + query() + (page > 1 ? "&page=" + page : "");
    }

    /** The address of their counts. */
    public String counts() {
        return "/helpdesk/history" + query();
    }

    private String query() {
        return "?from=" + from + "&to=" + to + part("site", site) + part("service", service) + part("cause", cause)
                + part("text", text) + (campaigns ? "" : "&campaigns=false");
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
