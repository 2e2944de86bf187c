package vigie.helpdesk;

import java.util.regex.Pattern;

/** Texts of the past without what names a person: mail addresses, and the names in certificates. */
final class Veiled {
    private static final Pattern MAIL = Pattern.compile("[\\w.+%-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern NAME = Pattern.compile("(?i)/CN=[^/\\n\"',;]{1,200}");

    private Veiled() {}

    static String text(String text, int longest) {
        var kept = text.replace("\r\n", "\n").strip();
        kept = kept.length() > longest ? kept.substring(0, longest) : kept;
        return NAME.matcher(MAIL.matcher(kept).replaceAll("…@…")).replaceAll("/CN=…");
    }
}
