package vigie.help;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells by its words, French or English, whether a mail asks for help. It weighs: words of trouble and of asking count
 * for it, words of announcements against it; from two points on it is a call.
 */
final class AsksForHelp {
    private static final int ENOUGH = 2;
    private static final int LOOKED_AT = 4000;

    private static final Map<String, Integer> WEIGHTS = Map.ofEntries(
            // asking
            Map.entry("(a l'|de l')?aide(r|z)?\\b", 2),
            Map.entry("help\\b", 2),
            Map.entry("quelqu'un\\b", 2),
            Map.entry("(any|some)(one|body)\\b", 2),
            Map.entry("(une|des) idees?\\b", 2),
            Map.entry("(any|an) (idea|hint|clue)s?\\b", 2),
            Map.entry("(besoin|coup de main|depanner|conseils?)\\b", 2),
            Map.entry("(comment|pourquoi) .{0,120}\\?", 2),
            Map.entry("(how|why|what) .{0,120}\\?", 2),
            Map.entry("(je ne comprends pas|je seche|je bloque|stuck)\\b", 2),
            Map.entry("(avez|auriez|savez)[- ]vous\\b", 1),
            Map.entry("(could|can|would) (you|someone)\\b", 1),
            // trouble
            Map.entry("(probleme|souci|panne|problem|trouble|issue)s?\\b", 1),
            Map.entry("(erreur|error|failure|failed|fails|echec|echoue(nt)?)\\b", 1),
            Map.entry("(ne (marche|fonctionne|repond)(nt)? (pas|plus))\\b", 1),
            Map.entry("(impossible de|does(n't| not) work|cannot|can't|timeout|timed out)\\b", 1),
            // telling
            Map.entry("(pour (votre )?information|fyi|annonce|announcement|newsletter|broadcast)\\b", -3),
            Map.entry("(compte[- ]rendu|minutes of|ordre du jour|agenda|visio|reunion|meeting|workshop)\\b", -2),
            Map.entry("(maintenance (prevue|programmee)|scheduled (downtime|maintenance)|arret programme)\\b", -2),
            Map.entry("(resolu|solved|c'est repare|is fixed)\\b", -1));

    private static final List<Rule> RULES = WEIGHTS.entrySet().stream()
            .map(each -> new Rule(Pattern.compile("(?<![\\p{L}])" + each.getKey()), each.getValue()))
            .toList();

    private record Rule(Pattern words, int weight) {}

    private AsksForHelp() {}

    /**
     * @param isCall what the words say
     * @param why the words that spoke for it, as they were written; empty where none did
     */
    record Verdict(boolean isCall, String why) {}

    static Verdict of(Subject subject, String text) {
        var said = folded(subject.plain() + "\n" + (text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text));
        var points = subject.isReply() ? -ENOUGH : 0;
        points += said.contains("?") ? 1 : 0;
        var spoke = new ArrayList<String>();
        for (var rule : RULES) {
            var found = rule.words().matcher(said);
            if (found.find()) {
                points += rule.weight();
                if (rule.weight() > 0) {
                    var word = found.group().replaceAll("\\s+", " ").strip();
                    spoke.add(word.length() > 40 ? word.substring(0, 40) + "…" : word);
                }
            }
        }
        spoke.sort(null);
        return new Verdict(points >= ENOUGH, String.join(", ", spoke));
    }

    /** Without accents and in lower case, with the typewriter's apostrophe: people write on all sorts of keyboards. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
