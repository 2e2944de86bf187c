package vigie.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts from an answer what it quotes, so that a conversation is read once. */
final class Quotes {
    private static final Pattern INTRODUCTION =
            Pattern.compile("(?i)^(le|on|am|il)\\b.{0,200}(a écrit|a ecrit|wrote|schrieb|ha scritto)\\s*:?\\s*$");
    private static final Pattern FROM_HERE =
            Pattern.compile("(?i)^(-{3,}\\s*(original message|message d'origine|message"
                    + " original|forwarded message|message transféré)\\s*-{3,}.*|_{20,}\\s*|-- )$");

    private Quotes() {}

    /** What the writer added; all of it where nothing would be left. */
    static String cut(String text) {
        var lines = text.lines().toList();
        var own = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (FROM_HERE.matcher(line).matches()) {
                break;
            }
            if (introduces(lines, i)) {
                if (!isQuoted(lines, i)) {
                    own.add(line);
                }
                continue;
            }
            if (!line.startsWith(">")) {
                own.add(line);
            }
        }
        var left = String.join("\n", own).replaceAll("\n{3,}", "\n\n").strip();
        return left.isEmpty() ? text.strip() : left;
    }

    /** "On ... wrote:", on one line or broken over two. */
    private static boolean introduces(List<String> lines, int at) {
        var line = lines.get(at);
        if (INTRODUCTION.matcher(line).matches()) {
            return true;
        }
        var joinedToNext = at + 1 < lines.size() ? line + " " + lines.get(at + 1) : line;
        var joinedToLast = at > 0 ? lines.get(at - 1) + " " + line : line;
        return (INTRODUCTION.matcher(joinedToNext).matches() && line.matches("(?i)^(le|on|am|il)\\b.*"))
                || (INTRODUCTION.matcher(joinedToLast).matches() && line.strip().endsWith(":"));
    }

    /** Whether the lines that follow are quoted: somebody may also just write such a sentence. */
    private static boolean isQuoted(List<String> lines, int at) {
        return lines.stream()
                .skip(at + 1L)
                .limit(4)
                .filter(line -> !line.isBlank())
                .anyMatch(line -> line.startsWith(">"));
    }
}
