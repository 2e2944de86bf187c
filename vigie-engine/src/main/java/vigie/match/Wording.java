package vigie.match;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in plain letters, without what says nothing of the failure: what is quoted, the signature, and each clause that says that
 * something works.
 *
 * @param subject its first line, in lower case
 * @param whole all that is left, in lower case
 */
record Wording(String subject, String whole) {
    private static final Pattern SIGNATURE = Pattern.compile("(?m)^--\\s*$[\\s\\S]*");
    private static final Pattern QUOTED = Pattern.compile("(?m)^\\s*[>|].*$");
    private static final Pattern CLAUSE = Pattern.compile(
            "(?<=[.!?;])\\s+|\\n|,? (?=but |mais |however |whereas |while |alors que |tandis que |although )");
    private static final Pattern WORKS = Pattern.compile(
            "(?:is|are|looks?|seems?|still|all|now) (?:\\w+ )?(?:fine|ok|up|working|green|healthy|perfect)\\b|works? (?:well|fine|again)"
                    + "|work as expected|fonctionne(?:nt)? (?:bien|correctement|normalement|parfaitement)|(?:va|vont) bien"
                    + "|(?:est|sont) (?:ok|vert[es]*|bon[nes]*)\\b|repond(?:ent)? (?:bien|normalement|correctement)"
                    + "|no (?:problem|issue|error)s?\\b|pas de probleme|aucun (?:probleme|souci)|not related to|rien a voir avec"
                    + "|unlike|contrairement a|was (?:solved|fixed)|a ete (?:resolu|repare)");
    private static final Pattern AHEAD = Pattern.compile(
            "(?<!un)scheduled (?:downtime|intervention|maintenance)|(?:arret|maintenance|intervention) (?:programmee?|prevue?|planifiee?)"
                    + "|will be (?:down|unavailable|drained|stopped)|ser(?:a|ont) (?:arrete|indisponible|coupe|draine)\\w*|downtime announced"
                    + "|^(?:\\[[^]]*] ?)?(?:re: ?)?(?:announcement|annonce|survey|enquete|questionnaire)\\b|at risk");
    private static final Pattern OVER = Pattern.compile(
            "(?:is|are|now|been) (?:solved|fixed|resolved|back)\\b|(?:est|sont|maintenant) (?:resolue?s?|retablie?s?|reparee?s?|de retour)\\b");
    private static final Pattern ASKS = Pattern.compile(
            "please (?:add|install|enable|create|support|increase|update|publish|open|change|remove|provide)"
                    + "|(?:could|can|would) you (?:please )?(?:add|install|enable|create|support|increase|update|open|change|tell|provide)"
                    + "|merci d'(?:ajouter|installer|activer|ouvrir|augmenter)|pourriez-vous (?:ajouter|installer|activer|creer|augmenter|ouvrir)"
                    + "|demande d'(?:ajout|ouverture|augmentation|installation|acces)|request (?:for|to)|survey|enquete|how (?:do|can|to)|comment (?:faire|configurer)");

    static Wording of(String text) {
        var plain = QUOTED.matcher(SIGNATURE.matcher(text).replaceAll("")).replaceAll("");
        var kept = Arrays.stream(CLAUSE.split(Plain.of(plain)))
                .filter(clause -> !WORKS.matcher(clause).find())
                .collect(Collectors.joining("\n"));
        return new Wording(kept.lines().findFirst().orElse(""), kept);
    }

    /** Whether it tells of something to come or gone by, or asks for something new: of no failure that lasts. */
    boolean isOfNoFailureNow() {
        return AHEAD.matcher(whole).find()
                || OVER.matcher(whole).find()
                || (ASKS.matcher(whole).find() && !Symptom.failureIn(whole));
    }

    /** Which of these names stand in it, the longest first: what a longer name covers is not found again. */
    Set<String> namesOf(Set<String> names) {
        var found = new LinkedHashSet<String>();
        var left = whole;
        for (var name : names.stream()
                .filter(name -> name.length() > 2)
                .sorted((one, other) -> other.length() - one.length())
                .toList()) {
            var pattern =
                    Pattern.compile("(?<![\\p{L}\\p{N}.@_-])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_-]|\\.\\p{L})");
            var matcher = pattern.matcher(left);
            if (matcher.find()) {
                found.add(name);
                left = matcher.replaceAll(" ");
            }
        }
        return found;
    }
}
