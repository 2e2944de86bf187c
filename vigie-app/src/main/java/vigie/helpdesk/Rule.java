package vigie.helpdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One rule by which a cause is proposed: any of these words in the ticket. The words are whole ones, case and accents
 * aside; one that ends in {@code *} stands for its beginning.
 *
 * @param words as a person reads them on the page of rules
 * @param pattern what is looked for in a text without capitals and accents
 */
public record Rule(CauseKind kind, List<String> words, Pattern pattern) {
    static Rule of(CauseKind kind, String words) {
        var list = Arrays.stream(words.split(",")).map(String::strip).toList();
        var parts = list.stream()
                .map(word -> word.endsWith("*")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\w*"
                        : Pattern.quote(word))
                .toList();
        return new Rule(kind, list, Pattern.compile("(?<!\\w)(?:" + String.join("|", parts) + ")(?!\\w)"));
    }

    /** The word that is found in a text without capitals and accents; empty where none is. */
    Optional<String> in(String folded) {
        var found = pattern.matcher(folded);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
