package vigie.mail;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The text of a letter that was written as a page: its words and its lines, nothing of its looks. */
public final class Html {
    private static final Pattern UNSEEN = Pattern.compile("(?is)<!--.*?-->|<(script|style|head|title)\\b.*?</\\1\\s*>");
    private static final Pattern QUOTED = Pattern.compile("(?is)<blockquote\\b.*");
    private static final Pattern LINE = Pattern.compile("(?i)<br\\b[^>]*>|</(p|div|li|tr|h[1-6]|table|ul|ol)\\s*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[/!?a-zA-Z][^>]*>");

    private Html() {}

    /** The text; what is quoted, in a blockquote, and what follows it is left out. */
    public static String text(String html) {
        var seen = UNSEEN.matcher(html).replaceAll("");
        var own = QUOTED.matcher(seen).replaceFirst("");
        // A letter that is nothing but a quotation is read whole.
        var kept = TAG.matcher(own).replaceAll("").isBlank() ? seen : own;
        var lines = LINE.matcher(kept.replaceAll("[\\r\\n\\t ]+", " ")).replaceAll("\n");
        return HtmlUtils.htmlUnescape(TAG.matcher(lines).replaceAll(""))
                .replace('\u00A0', ' ')
                .replaceAll("(?m)^ +| +$", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
