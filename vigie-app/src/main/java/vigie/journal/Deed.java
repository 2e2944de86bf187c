package vigie.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.words.Words;

/**
 * One change: who changed what, from what to what, and why.
 *
 * @param person the number of the one who did it; 0 for the house itself
 * @param subject what was changed, as {@code kind:number}, such as {@code site:12}
 * @param deed the key of the sentence that says what was done, such as {@code alarm.acknowledged}
 * @param before what it said before; empty for something new
 * @param after what it says now; empty for something taken away
 * @param reason why, in the words of the one who did it, or a key of the house's own reasons
 */
public record Deed(
        long id,
        Instant at,
        long person,
        String who,
        String subject,
        String deed,
        String before,
        String after,
        String reason) {
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z_]{2,}\\b");
    private static final Map<String, List<String>> STATES = Map.of(
            "problem", List.of("problem.stage."),
            "ticket", List.of("ticket.state.", "ticket.priority."),
            "meeting", List.of("meeting.state."),
            "site", List.of("registry.status."));

    /** What it is about, in words: such as "site 12" for {@code site:12}. */
    public String about(Words words) {
        var kind = kind();
        var key = "journal.kind." + kind;
        return words.knows(key) ? words.say(key, subject.substring(kind.length() + 1)) : subject;
    }

    /** What it keeps of before or after, as the reader says it: states of its subject have their word. */
    public String told(Words words, String kept) {
        var prefixes = STATES.getOrDefault(kind(), List.of());
        return NAME.matcher(said(words, kept))
                .replaceAll(found -> Matcher.quoteReplacement(prefixes.stream()
                        .map(prefix -> prefix + found.group())
                        .filter(words::knows)
                        .findFirst()
                        .map(words::say)
                        .orElse(found.group())));
    }

    private String kind() {
        return subject.contains(":") ? subject.substring(0, subject.indexOf(':')) : "";
    }

    /** What a deed keeps, as the reader says it: a key as its sentence, and moments as their language writes them. */
    public static String said(Words words, String kept) {
        return words.knows(kept)
                ? words.say(kept)
                : MOMENT.matcher(kept).replaceAll(found -> Matcher.quoteReplacement(moment(words, found.group())));
    }

    /** As the reader's language writes it; what only looks like a moment stays as it is. */
    private static String moment(Words words, String text) {
        try {
            return words.moment(Instant.parse(text));
        } catch (DateTimeException looksLikeOne) {
            return text;
        }
    }
}
