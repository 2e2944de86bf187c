package vigie.help;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The subject of a mail, told apart from what mail programmes and lists put before it.
 *
 * @param whole as it was written
 * @param plain without those marks; may be empty
 * @param isReply whether a mark of an answer or of a forwarded mail stood before it
 */
record Subject(String whole, String plain, boolean isReply) {
    private static final Pattern REPLY =
            Pattern.compile("(?i)^(re|r|tr|rép|rep|fw|fwd|aw|sv|antw|ref)\\s*(\\[\\d+])?\\s*(:|：)\\s*");
    private static final Pattern LIST = Pattern.compile("^\\[[^\\]\\[]{1,60}]\\s*");

    static Subject of(String whole) {
        var left = whole.strip();
        var reply = false;
        while (true) {
            var mark = REPLY.matcher(left);
            if (mark.find()) {
                reply = true;
                left = left.substring(mark.end());
                continue;
            }
            var list = LIST.matcher(left);
            if (!list.find()) {
                return new Subject(whole, left.strip(), reply);
            }
            left = left.substring(list.end());
        }
    }

    /** What two subjects of one conversation have in common. */
    String key() {
        var folded = Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
        return folded.length() > 200 ? folded.substring(0, 200) : folded;
    }
}
