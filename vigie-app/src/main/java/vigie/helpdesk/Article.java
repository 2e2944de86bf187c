package vigie.helpdesk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vigie.mail.Html;

/**
 * What was said in a ticket of the helpdesk.
 *
 * @param who their name, without their address
 * @param text as plain text; what was handed in with it is named under it
 * @param internal whether only those who work there see it
 * @param by the number of the account that wrote it
 */
record Article(long id, String who, String text, boolean internal, long by) {
    private static final Pattern REFERENCE = Pattern.compile("\\[vigie-(\\w+)-e(\\d{1,15})]");

    static List<Article> all(JsonNode list) {
        var all = new ArrayList<Article>();
        for (var each : list) {
            if (each.path("id").isIntegralNumber()) {
                all.add(of(each));
            }
        }
        all.sort(Comparator.comparingLong(Article::id));
        return all;
    }

    private static Article of(JsonNode article) {
        var body = said(article, "body");
        var text = said(article, "content_type").contains("html") ? Html.text(body) : body;
        var whole = new StringBuilder(text.replace("\r\n", "\n").strip());
        for (var file : article.path("attachments")) {
            whole.append("\n[%s, %s]".formatted(said(file, "filename"), said(file, "size")));
        }
        return new Article(
                article.path("id").asLong(),
                name(said(article, "from")),
                whole.toString().strip(),
                article.path("internal").asBoolean(false),
                article.path("created_by_id").asLong(0));
    }

    /** The number of our entry that it tells, where it was written by this house. */
    Optional<Long> entryOf(String house) {
        return Optional.of(REFERENCE.matcher(text))
                .filter(Matcher::find)
                .filter(found -> found.group(1).equals(house))
                .map(found -> Long.parseLong(found.group(2)));
    }

    /** The first that everybody sees: it opened the ticket. */
    static Optional<Article> opening(List<Article> all) {
        return all.stream().filter(each -> !each.internal()).findFirst();
    }

    /** A text field; empty where it is missing, null, or no text. */
    static String said(JsonNode node, String field) {
        return node.path(field).asString("").strip();
    }

    private static String name(String from) {
        var name = from.replaceAll("<[^>]*>", "").replace("\"", "").strip();
        var plain = name.isEmpty() ? from : name;
        return plain.contains("@") ? plain.replaceAll("@.*", "") : plain.isBlank() ? "?" : plain;
    }
}
