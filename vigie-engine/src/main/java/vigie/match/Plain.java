package vigie.match;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters as people in a hurry write them: small, without accents. */
final class Plain {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final int RUN = 3;

    private Plain() {}

    static String of(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
    }

    /** Every three words in a row that a text holds; numbers, addresses and words of one or two letters are no words. */
    static Set<String> runsOf(String text) {
        var words = Arrays.stream(of(text).split("[^\\p{L}'_]+(?:\\S*[.:/@]\\S+)?"))
                .filter(word -> word.length() > 2)
                .toList();
        return IntStream.range(0, Math.max(0, words.size() - RUN + 1))
                .mapToObj(from -> String.join(" ", words.subList(from, from + RUN)))
                .collect(Collectors.toSet());
    }
}
