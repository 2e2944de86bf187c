package vigie.expertise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words of the trade that say the same, in French or English: {@code same-words.txt}, a line for each thing, its words
 * set apart by commas. A case is told in one language and sought in the other.
 */
final class SameWords {
    private static final int LONGEST_PHRASE = 5;
    private static final Map<String, String> SPOKEN = new HashMap<>();
    private static final Map<String, String> KNOWN = read();

    private SameWords() {}

    /** A word of {@link #said} as people say it. */
    static String spoken(String word) {
        return SPOKEN.getOrDefault(word, word);
    }

    /** The same words, each phrase that is known replaced by the one under which its thing stands; the longest first. */
    static List<String> said(List<String> tokens) {
        var said = new ArrayList<String>();
        for (var at = 0; at < tokens.size(); ) {
            var length = Math.min(LONGEST_PHRASE, tokens.size() - at);
            @Nullable String thing = null;
            for (; length > 0 && thing == null; length--) {
                thing = KNOWN.get(String.join(
                        " ",
                        tokens.subList(at, at + length).stream()
                                .map(SameWords::singular)
                                .toList()));
            }
            said.add(thing == null ? tokens.get(at) : thing);
            at += thing == null ? 1 : length + 1;
        }
        return said;
    }

    /** One and many are the same here; both languages mostly end the many with an s. */
    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static Map<String, String> read() {
        var known = new HashMap<String, String>();
        var file = Objects.requireNonNull(SameWords.class.getResourceAsStream("/vigie/expertise/same-words.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        var phrases = line.split(",");
                        // of no language, so that no stemming touches it
                        var thing = "x" + Folded.key(phrases[0]) + "x";
                        SPOKEN.put(thing, phrases[0].strip());
                        for (var phrase : phrases) {
                            var words = List.of(Folded.folded(phrase.strip()).split("[^a-z0-9]+")).stream()
                                    .filter(word -> word.length() > 1)
                                    .map(SameWords::singular)
                                    .toList();
                            var other = known.put(String.join(" ", words), thing);
                            if (other != null && !other.equals(thing)) {
                                throw new IllegalStateException(
                                        "'%s' of same-words.txt stands for %s and %s (expected: one thing)"
                                                .formatted(phrase.strip(), other, thing));
                            }
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(known);
    }
}
