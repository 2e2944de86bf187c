package vigie.help;

import java.util.regex.Pattern;

/** Hides mail addresses and telephone numbers from those who may not read contacts. */
final class Veil {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>\"'(),;:@]+(@| at )[\\p{Alnum}.-]+\\.[\\p{Alpha}]{2,}");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![\\d.])(\\+\\d{1,3}|0)[\\s.()-]{0,2}\\d([\\s.()-]{0,2}\\d){7,10}(?!\\d)");

    private Veil() {}

    static String over(String text) {
        return TELEPHONE.matcher(ADDRESS.matcher(text).replaceAll("…")).replaceAll("…");
    }
}
