package vigie.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The machines and sites of which a text speaks, by their whole names or as those who know them say for short. */
final class Names {
    private static final Pattern WORD = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9-]+)*");
    private static final Set<String> EVERYWHERE =
            Set.of("in2p3", "lcg2", "grid", "site", "cloud", "tier", "paris", "france");
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_LABEL = 5;

    private final KnownPlaces places;
    private final Map<String, Set<String>> hostsByShort = new HashMap<>();
    private final Map<String, Set<String>> sitesByPart = new HashMap<>();

    Names(KnownPlaces places) {
        this.places = places;
        places.siteOfHost().keySet().forEach(host -> {
            var labels = host.split("\\.");
            for (var kept = 1; kept <= labels.length; kept++) {
                hostsByShort
                        .computeIfAbsent(String.join(".", Arrays.copyOf(labels, kept)), name -> new HashSet<>())
                        .add(host);
            }
        });
        places.sites().forEach((name, site) -> {
            for (var part : name.split("[-_ ]")) {
                if (part.length() >= SHORTEST_PART && !EVERYWHERE.contains(part)) {
                    sitesByPart.computeIfAbsent(part, any -> new HashSet<>()).add(Plain.of(site));
                }
            }
        });
    }

    /** The machines that are named; a short name that several sites know is nobody's unless the site is told. */
    Set<String> hostsIn(String text, String site) {
        var found = new HashSet<String>();
        var words = WORD.matcher(text);
        while (words.find()) {
            var word = words.group();
            if (!word.contains(".") && !isTelling(word)) {
                continue;
            }
            var meant = hostsByShort.getOrDefault(word, Set.of()).stream()
                    .filter(host -> site.isEmpty() || site.equals(siteOf(host)))
                    .collect(Collectors.toSet());
            if (meant.stream().map(this::siteOf).distinct().count() == 1
                    && (meant.size() == 1 || meant.contains(word))) {
                found.addAll(meant.contains(word) ? Set.of(word) : meant);
            }
        }
        return found;
    }

    /** The sites that are named, by a whole name or by a part that no other site bears. */
    Set<String> sitesIn(Wording wording) {
        var whole = wording.namesOf(places.sites().keySet()).stream()
                .map(name -> Plain.of(places.sites().getOrDefault(name, name)))
                .collect(Collectors.toSet());
        if (!whole.isEmpty()) {
            return whole;
        }
        var found = new HashSet<String>();
        for (var part : wording.namesOf(sitesByPart.keySet())) {
            var sites = sitesByPart.getOrDefault(part, Set.of());
            if (sites.size() == 1) {
                found.addAll(sites);
            }
        }
        return found;
    }

    String siteOf(String host) {
        return Plain.of(places.siteOfHost().getOrDefault(host, ""));
    }

    /** A label that is a name and no word: it holds a number, or is long enough. */
    private static boolean isTelling(String label) {
        return label.length() >= SHORTEST_LABEL || label.chars().anyMatch(Character::isDigit);
    }
}
