package vigie.help;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.registry.Federation;
import vigie.registry.SiteId;

/** Finds from the registry which site a mail is about, and whether two people are of one house. */
@Component
class Whose {
    private static final int LOOKED_AT = 4000;
    private static final Pattern WORD = Pattern.compile("[\\p{Alnum}][\\p{Alnum}_.-]*");

    private final Federation federation;
    private volatile @Nullable Known latest;

    Whose(Federation federation) {
        this.federation = federation;
    }

    /** A site, and by what it was found; see {@link Call#siteWhy}. */
    record Found(SiteId site, String why) {}

    private record Known(
            long edition,
            Map<String, Set<SiteId>> byMail,
            Map<String, Set<SiteId>> byDomain,
            Map<String, Set<SiteId>> byWord) {}

    /** By the subject, then the sender, then the text; nothing where several sites fit equally well. */
    Optional<Found> site(String subject, String sender, String text) {
        return named(subject)
                .map(site -> new Found(site, "subject"))
                .or(() -> one(known().byMail(), sender).map(site -> new Found(site, "contact")))
                .or(() -> one(known().byDomain(), Sender.domain(sender)).map(site -> new Found(site, "domain")))
                .or(() -> named(text).map(site -> new Found(site, "text")));
    }

    /**
     * Whether two people are of different organisations: by the sites to which the registry counts them, or else by the
     * domains of their addresses; empty where one of them has none.
     */
    Optional<Boolean> differ(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        var ones = siteOf(one);
        var others = siteOf(other);
        return ones.isPresent() && others.isPresent()
                ? Optional.of(!ones.equals(others))
                : Optional.of(!Sender.domain(one).equals(Sender.domain(other)));
    }

    private Optional<SiteId> siteOf(String address) {
        return one(known().byMail(), address).or(() -> one(known().byDomain(), Sender.domain(address)));
    }

    /** The one site of which a name or a host stands in the text. */
    private Optional<SiteId> named(String text) {
        var words = known().byWord();
        var found = new HashSet<SiteId>();
        WORD.matcher(text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text)
                .results()
                .map(word -> lower(word.group()).replaceAll("[.-]+$", ""))
                .forEach(word -> found.addAll(words.getOrDefault(word, Set.of())));
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static Optional<SiteId> one(Map<String, Set<SiteId>> sites, String key) {
        var found = sites.getOrDefault(key, Set.of());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private Known known() {
        var edition = federation.edition();
        var kept = latest;
        if (kept != null && kept.edition() == edition) {
            return kept;
        }
        var byDomain = new HashMap<String, Set<SiteId>>();
        var byWord = new HashMap<String, Set<SiteId>>();
        for (var site : federation.sites()) {
            put(byWord, lower(site.name()), site.id());
            for (var service : federation.services(site.id())) {
                var host = lower(service.host());
                put(byWord, host, site.id());
                for (var dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
                    if (host.indexOf('.', dot + 1) > 0) {
                        put(byDomain, host.substring(dot + 1), site.id());
                    }
                }
            }
        }
        var fresh = new Known(edition, federation.sitesByMail(), byDomain, byWord);
        latest = fresh;
        return fresh;
    }

    private static void put(Map<String, Set<SiteId>> sites, String key, SiteId site) {
        sites.computeIfAbsent(key, none -> new HashSet<>()).add(site);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
