package vigie.expertise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is compared: plain words without accents, in lower case; what is said in several words or languages said
 * in one; without names of hosts, which are never the same at two sites.
 */
final class Folded {
    private static final int MOST = 400;
    private static final int LONGEST = 40;
    /** French has words that look like these abbreviations: only the capitals tell them apart. */
    private static final Pattern COMPUTING = Pattern.compile("(?<![\\p{L}\\p{N}.])CEs?(?![\\p{L}\\p{N}])");

    private static final Pattern STORAGE = Pattern.compile("(?<![\\p{L}\\p{N}.])SEs?(?![\\p{L}\\p{N}])");
    private static final Pattern WORDS_IN_ONE = Pattern.compile("([A-Z][a-z]{2,})(?=[A-Z][a-z])");
    private static final Pattern HOST = Pattern.compile(
            "(?<![a-z0-9.])(?:[a-z0-9-]+\\.){2,}(?:fr|org|eu|ch|net|com|uk|de|it|es|edu|gov)(?![a-z0-9])");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private Folded() {}

    /** The words of a text, each once, in their order. */
    static List<String> tokens(String text) {
        var plain = COMPUTING.matcher(text).replaceAll("computingelement");
        plain = STORAGE.matcher(plain).replaceAll("storageelement");
        plain = WORDS_IN_ONE.matcher(plain).replaceAll("$1 ");
        plain = folded(plain);
        plain = MAIL.matcher(plain).replaceAll(" ");
        plain = HOST.matcher(plain).replaceAll(" ");
        var tokens = new ArrayList<String>();
        for (var piece : BETWEEN.split(plain)) {
            if (NUMBERS.matcher(piece).matches()) {
                add(tokens, piece);
            } else {
                for (var part : piece.split("\\.")) {
                    add(tokens, part);
                }
            }
        }
        return SameWords.said(tokens).stream().distinct().limit(MOST).toList();
    }

    /** Without accents, in lower case. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
    }

    /** What two spellings of one product have in common. */
    static String key(String name) {
        return folded(name).replaceAll("[^a-z0-9+]", "");
    }

    private static void add(List<String> tokens, String token) {
        if (token.length() > 1 && token.length() <= LONGEST) {
            tokens.add(token);
        }
    }
}
