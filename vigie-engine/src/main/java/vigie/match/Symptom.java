package vigie.match;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What people and checks say when something fails, in French and English. */
enum Symptom {
    /** Nobody answers. */
    SILENT("connection refused|connexion refusee|refus(?:e|e|ee) la connexion|unreachable|injoignables?|inaccessibles?"
            + "|no route to host|(?:not|no more|without) (?:respon\\w*|answer\\w*|reply\\w*)|no response|no answer|(?:can(?:not|'t)|could not|unable to|failed to) (?:open (?:a )?connection|open data connection|contact|be contacted)|(?:rien|pas|plus) (?:n'est )?joignable\\w*|par terre|hs|ne repond(?:ent)? (?:pas|plus)|pas de reponse"
            + "|timed? ?-?out|timeouts?|delai depasse|(?:is|are|seems?|be) down|\\bdown\\b|en panne|hors service|plante|hangs?"
            + "|communication error|can(?:not|'t| not) connect|unable to connect|impossible de se connecter|arrete|crashed"
            + "|plus aucune? reponse|network is unreachable|socket|refused|can(?:not|'t) (?:be )?reach(?:ed)?|bloque"
            + "|coupure|panne (?:de courant|electrique|reseau|de clim\\w*)|power cut|power failure|cooling failure"),
    /** A certificate, a revocation list or a handshake. */
    CERTIFICATE("certificates?|certificats?|cert|crl|crls|handshake|expir(?:ed|es|e|ee|e|ation)|tls|ssl"),
    /** No room is left. */
    FULL(
            "no space|full|plein(?:e|s|es)?|quota|sature(?:e|s|es)?|espace (?:disque )?insuffisant|out of space|disk space|disk usage|no space left"
                    + "|plus (?:de|d') ?(?:place|espace)|low space"),
    /** One is known, and may not. */
    FORBIDDEN(
            "permission denied|not authori[sz]ed|unauthori[sz]ed|access denied|acces refuse|interdit|authori[sz]ation"
                    + "|autorisations?|mapping|gridmap|grid-mapfile|authentication|authentification|forbidden|droits?|not permitted"),
    /** Data that was there is not. */
    LOST(
            "lost files?|files? (?:are |were |is )?(?:lost|missing|corrupt\\w*)|data loss|perdu(?:s|e|es)?|corrompu(?:s|e|es)?"
                    + "|checksum|corrupted|introuvables?|no such file"),
    /** It goes on, slowly. */
    SLOW("slow|lente?s?|lenteurs?|bandwidth|debit|throughput|low efficiency|faible efficacite"),
    /** What runs is not what should run. */
    OLD("vulnerab\\w*|vulnerab\\w*|cve-\\d+-\\d+|unsupported|obsolete|end of support|upgrade|mettre a jour|mise a jour"
            + "|emi-?[123]|out ?dated|old version|ancienne version"),
    /** What is told of it is wrong. */
    FALSE_FIGURES(
            "444444|4444|wrong (?:values?|numbers?|figures?)|valeurs? fausses?|not publish\\w*|ne publie (?:pas|plus)"
                    + "|negative|zero cpu|disappeared|disparue?s?|missing from|published|publie");

    private static final Pattern FAILS = Pattern.compile(
            "(?<![\\p{L}])(?:alarms?|alarmes?|en vrac|never|dead|stalled|idle|refuses?|fatal|denied|lost|pb|perte|eteint|fail\\w*|errors?|erreurs?|echou\\w*|echecs?|problems?|problemes?"
                    + "|aborted|abort|broken|cassee?|not working|ne (?:marche|fonctionne)(?:nt)? (?:pas|plus)|doesn't work|crash\\w*|critical"
                    + "|critique|rouge|incident|issue|souci|impossible|unable|cannot|can't|ne (?:peut|peuvent|parviens|arrive|arrivons) (?:pas|plus)"
                    + "|stuck|bloques?|bloquees?|0 ?%|degraded|degradee?)(?![\\p{L}])");

    /** What is a matter of its own: it is not said of a failure that the checks tell otherwise. */
    private static final Set<Symptom> OF_ITS_OWN = EnumSet.of(OLD, FALSE_FIGURES, SLOW);

    private final Pattern words;

    Symptom(String words) {
        this.words = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }

    /** What a text says of it. */
    static Set<Symptom> of(String text) {
        var found = EnumSet.noneOf(Symptom.class);
        for (var symptom : values()) {
            if (symptom.words.matcher(text).find()) {
                found.add(symptom);
            }
        }
        return found;
    }

    /** Whether a text tells of a failure at all. */
    static boolean failureIn(String text) {
        return FAILS.matcher(text).find() || SILENT.words.matcher(text).find();
    }

    /** Whether both may be seen of one cause. Where one side says nothing, nothing speaks against it. */
    static boolean agree(Set<Symptom> said, Set<Symptom> seen) {
        if (said.isEmpty() || (seen.isEmpty() && !OF_ITS_OWN.containsAll(said))) {
            return true;
        }
        return said.stream().anyMatch(one -> seen.stream().anyMatch(other -> one == other || one.besides(other)));
    }

    private boolean besides(Symptom other) {
        return switch (this) {
            case SILENT -> other == SLOW;
            case SLOW -> other == SILENT;
            case CERTIFICATE -> other == FORBIDDEN;
            case FORBIDDEN -> other == CERTIFICATE;
            default -> false;
        };
    }
}
