package vigie.match;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the open problem of which somebody wrote.
 *
 * <p>Site and time must fit. A machine that is named decides: the problem is one of that machine, or none. Where no
 * machine is named the kind of service does, if only one problem of the site is of that kind. What is seen and what is
 * said may not speak against each other. When in doubt nothing is proposed: a duplicate costs a minute, a wrong join
 * hides a failure.
 */
public final class Matching {
    /** People see some failures before the checks do. */
    public static final Duration BEFORE = Duration.ofHours(12);

    /** And write of others when they are over. */
    public static final Duration AFTER = Duration.ofHours(24);

    private static final Pattern ALL_OF_IT = Pattern.compile(
            "whole site|entire site|all (?:the |our |your )?(?:services|machines|hosts|endpoints)|tous les services|tout le site"
                    + "|toutes (?:les|nos|vos) machines|plus rien|everything|site (?:is |seems )?(?:down|unreachable)|le site (?:est )?(?:injoignable|en panne)"
                    + "|power (?:cut|failure|outage)|onduleur|electricite|integralement|degats? des eaux|inond\\w*|flood\\w*|incendie|fire|fibre|clim|electrique|arret d'urgence|tout (?:est )?eteint|rien n'est joignable|plus aucune connexion|cooling|climatisation|coupure|panne (?:electrique|reseau|de courant)|network (?:cut|failure|outage)");
    /** Parts with a life of their own: where one is named, the problem must speak of it too. */
    private static final Pattern OWN_PART = Pattern.compile(
            "(?<![\\p{L}])(?:cvmfs|glexec|squid|frontier|lfc|myproxy|software area|zone logicielle|space ?token|quota|checksum|ipv6|perfsonar"
                    + "|apel|argus|gstat|memory|memoire|scratch|walltime|python|gcc|compiler)(?![\\p{L}])");

    private final Said said;
    private final Wording wording;
    private final KnownPlaces places;
    private final Set<String> hosts;
    private final Set<String> sites;
    private final Set<Symptom> symptoms;

    private Matching(Said said, KnownPlaces places) {
        this.said = said;
        this.wording = Wording.of(said.text());
        this.places = places;
        this.symptoms = Symptom.of(wording.whole());
        var names = new Names(places);
        this.hosts = names.hostsIn(wording.whole(), low(places.sites().getOrDefault(low(said.site()), said.site())));
        this.sites = sites(names);
    }

    /** The problem of which it was said; empty where none is certain. */
    public static Optional<Match> of(Said said, List<Failing> problems, KnownPlaces places) {
        var matching = new Matching(said, places);
        return matching.wording.isOfNoFailureNow() ? Optional.empty() : matching.among(problems);
    }

    /** The one site of which it was said, by the name that it bears now; empty where none or several may be meant. */
    public static Optional<String> siteOf(Said said, KnownPlaces places) {
        var sites = new Matching(said, places).sites;
        return places.sites().values().stream()
                .filter(name -> sites.size() == 1 && sites.contains(low(name)))
                .findFirst();
    }

    private Optional<Match> among(List<Failing> problems) {
        var here = problems.stream()
                .filter(problem -> sites.contains(low(problem.site())) && fitsInTime(problem))
                .toList();
        var named = hosts.stream()
                .filter(host -> sites.contains(low(places.siteOfHost().getOrDefault(host, ""))))
                .collect(Collectors.toSet());
        return named.isEmpty() ? bySite(here).or(() -> byWords(here)).or(() -> byService(here)) : byHost(here, named);
    }

    private Optional<Match> byHost(List<Failing> here, Set<String> named) {
        if (!Symptom.failureIn(wording.whole()) && symptoms.isEmpty()) {
            return Optional.empty();
        }
        var ofHost = here.stream()
                .filter(problem -> problem.hosts().stream().anyMatch(named::contains))
                .filter(this::isOfTheHostAtAll)
                .filter(this::agrees)
                .toList();
        var chosen = ofHost.size() < 2 ? ofHost : oneOf(ofHost);
        if (chosen.size() == 1) {
            var problem = chosen.getFirst();
            return Optional.of(match(problem, "match.host", first(named, problem.hosts()::contains)));
        }
        return ofHost.isEmpty() && symptoms.contains(Symptom.SILENT)
                ? only(here.stream().filter(Failing::wholeSite).toList(), "match.site")
                : Optional.empty();
    }

    private Optional<Match> bySite(List<Failing> here) {
        return symptoms.contains(Symptom.SILENT)
                        && ALL_OF_IT.matcher(wording.whole()).find()
                ? only(here.stream().filter(Failing::wholeSite).toList(), "match.site")
                : Optional.empty();
    }

    /** What the check says stands in the message, word for word. */
    private Optional<Match> byWords(List<Failing> here) {
        return only(here.stream().filter(this::quotes).toList(), "match.words");
    }

    private boolean quotes(Failing problem) {
        var runs = Plain.runsOf(problem.summary());
        return Plain.runsOf(wording.whole()).stream().anyMatch(runs::contains);
    }

    private Optional<Match> byService(List<Failing> here) {
        if (!Symptom.failureIn(wording.whole())) {
            return Optional.empty();
        }
        var inSubject = Family.spokenOf(wording.subject());
        var families = inSubject.isEmpty() ? Family.spokenOf(wording.whole()) : inSubject;
        var certain = families.size() == 1;
        var ofKind = here.stream()
                .filter(problem -> families.stream().anyMatch(kinds(problem)::contains))
                .toList();
        return ofKind.size() == 1 && agrees(ofKind.getFirst()) && (certain || overlaps(ofKind.getFirst()))
                ? only(ofKind, "match.service")
                : Optional.empty();
    }

    /** Of several problems of one machine, the one whose symptoms were said, or whose kind of service was. */
    private List<Failing> oneOf(List<Failing> several) {
        var byWords = several.stream().filter(this::quotes).toList();
        if (byWords.size() == 1) {
            return byWords;
        }
        var bySymptom = several.stream().filter(this::overlaps).toList();
        if (bySymptom.size() == 1) {
            return bySymptom;
        }
        var families = Family.spokenOf(wording.whole());
        return several.stream()
                .filter(problem -> families.stream().anyMatch(kinds(problem)::contains))
                .toList();
    }

    private Optional<Match> only(List<Failing> found, String reason) {
        return found.size() == 1
                ? Optional.of(match(found.getFirst(), reason, found.getFirst().site()))
                : Optional.empty();
    }

    private Match match(Failing problem, String reason, String word) {
        var both = EnumSet.noneOf(Symptom.class);
        both.addAll(symptoms);
        both.retainAll(Symptom.of(spoken(problem)));
        return new Match(
                problem.id(),
                reason,
                word,
                both.stream()
                        .map(symptom -> symptom.name().toLowerCase(Locale.ROOT))
                        .toList(),
                Duration.between(problem.began(), said.at()));
    }

    /** Accounting is published from some host, and says nothing of it. */
    private boolean isOfTheHostAtAll(Failing problem) {
        return !kinds(problem).equals(Set.of(Family.ACCOUNTING))
                || Family.spokenOf(wording.whole()).contains(Family.ACCOUNTING);
    }

    private boolean agrees(Failing problem) {
        var seen = spoken(problem);
        if (quotes(problem) || overlaps(problem)) {
            return true;
        }
        var parts = OWN_PART.matcher(wording.whole());
        while (parts.find()) {
            if (!seen.contains(parts.group())) {
                return false;
            }
        }
        return Symptom.agree(symptoms, Symptom.of(seen));
    }

    private boolean overlaps(Failing problem) {
        return Symptom.of(spoken(problem)).stream().anyMatch(symptoms::contains);
    }

    /** The checks and what they say, as words: {@code CREAMCE-CertLifetime} speaks of a cert. */
    private static String spoken(Failing problem) {
        var checks = String.join("\n", problem.metrics())
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .replaceAll("[-_.]", " ");
        return low(checks + "\n" + problem.summary());
    }

    private static Set<Family> kinds(Failing problem) {
        var names = new HashSet<>(problem.types());
        names.addAll(problem.metrics());
        return Family.named(names);
    }

    private boolean fitsInTime(Failing problem) {
        var recovered = problem.recovered();
        return !said.at().isBefore(problem.began().minus(BEFORE))
                && (recovered == null || !said.at().isAfter(recovered.plus(AFTER)));
    }

    /** The site of its own field; else those of the machines it names; else those it names itself. */
    private Set<String> sites(Names names) {
        if (!said.site().isEmpty()) {
            var site = low(said.site());
            return Set.of(low(places.sites().getOrDefault(site, site)));
        }
        var ofHosts = hosts.stream().map(names::siteOf).collect(Collectors.toSet());
        if (!ofHosts.isEmpty()) {
            return ofHosts.size() == 1 ? ofHosts : Set.of();
        }
        var named = names.sitesIn(wording);
        return named.size() == 1 ? named : Set.of();
    }

    private static String first(Set<String> words, Predicate<String> wanted) {
        return words.stream().filter(wanted).sorted().findFirst().orElse("");
    }

    private static String low(String text) {
        return Plain.of(text);
    }
}
