package vigie.helpdesk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A ticket as the helpdesk tells it; a field that it has lost is empty.
 *
 * @param updated when it was last changed, as it was written
 */
record TheirTicket(
        long id,
        String number,
        String title,
        String state,
        String priority,
        String customer,
        String updated,
        JsonNode whole) {
    private static final Pattern REFERENCE = Pattern.compile("\\[vigie-(\\w+)-(\\d{1,15})]");

    static TheirTicket of(JsonNode ticket) {
        if (!ticket.path("id").isIntegralNumber()) {
            throw new Trouble(Trouble.Kind.UNSURE, "a ticket without id (expected: a number)");
        }
        var number = Article.said(ticket, "number");
        return new TheirTicket(
                ticket.path("id").asLong(),
                number.isEmpty() ? Long.toString(ticket.path("id").asLong()) : number,
                Article.said(ticket, "title"),
                Article.said(ticket, "state"),
                Article.said(ticket, "priority"),
                Article.said(ticket, "customer"),
                Article.said(ticket, "updated_at"),
                ticket);
    }

    /** The number of our ticket that it is, where it was opened by this house. */
    Optional<Long> ticketOf(String house) {
        return Optional.of(REFERENCE.matcher(title))
                .filter(Matcher::find)
                .filter(found -> found.group(1).equals(house))
                .map(found -> Long.parseLong(found.group(2)));
    }

    /** The name of its site: the first of these fields that is filled. A list counts where it names one. */
    String site(List<String> fields) {
        for (var field : fields) {
            var node = whole.path(field);
            var value =
                    node.isArray() ? (node.size() == 1 ? node.get(0).asString("") : "") : Article.said(whole, field);
            if (!value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }

    Instant updatedAt() {
        return moment(updated).orElse(Instant.EPOCH);
    }

    static Optional<Instant> moment(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeException unreadable) {
            return Moments.read(written);
        }
    }
}
