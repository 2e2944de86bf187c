package vigie.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of what somebody wrote: words, or a web address that can be followed. Together they are the whole text. */
public record Said(String text, boolean isAddress) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?()\\[\\]]");

    /** The pieces of a text, in its order. */
    public static List<Said> of(String text) {
        var pieces = new ArrayList<Said>();
        var found = ADDRESS.matcher(text);
        var from = 0;
        while (found.find()) {
            if (found.start() > from) {
                pieces.add(new Said(text.substring(from, found.start()), false));
            }
            pieces.add(new Said(found.group(), true));
            from = found.end();
        }
        if (from < text.length()) {
            pieces.add(new Said(text.substring(from), false));
        }
        return pieces;
    }
}
