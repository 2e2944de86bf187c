package vigie.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message that came while problems were open, and which of them it is about; {@code scenarios.txt} says how they are
 * written down.
 *
 * @param expected the number of the problem; 0 for none
 */
record Scenario(String title, long expected, List<Failing> problems, Said said, KnownPlaces places) {
    private static final Instant NOW = Instant.parse("2013-03-19T09:00:00Z");

    /** The number of the problem that is proposed; 0 for none. */
    long proposed() {
        return Matching.of(said, problems, places).map(Match::problem).orElse(0L);
    }

    static List<Scenario> of(String file) {
        try (var stream = Objects.requireNonNull(Scenario.class.getResourceAsStream(file))) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^== "))
                    .skip(1)
                    .map(Scenario::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Scenario read(String block) {
        var lines = block.lines().filter(line -> !line.isBlank()).toList();
        var bar = lines.getFirst().lastIndexOf('|');
        var sites = new HashMap<String, String>();
        var hosts = new HashMap<String, String>();
        var problems = new ArrayList<Failing>();
        Said said = null;
        for (var i = 1; i < lines.size(); i++) {
            var words = lines.get(i).strip().split("\\s+");
            var text = new StringBuilder();
            while (i + 1 < lines.size() && lines.get(i + 1).startsWith(":")) {
                i++;
                text.append(lines.get(i).substring(1).strip()).append('\n');
            }
            var fields = fields(words);
            switch (words[0]) {
                case "problem" -> {
                    var problem = problem(words, fields, text.toString());
                    problems.add(problem);
                    know(problem.site(), problem.hosts(), sites, hosts);
                }
                case "message" ->
                    said = new Said(
                            at(field(fields, "at")),
                            field(fields, "site"),
                            text.toString(),
                            list(field(fields, "vos")));
                case "known" -> know(words[1], words.length < 3 ? Set.of() : list(words[2]), sites, hosts);
                default -> throw new IllegalArgumentException(lines.get(i));
            }
        }
        var place = field(fields(lines.get(lines.size() - 1).split("\\s+")), "site");
        if (!place.isEmpty()) {
            sites.put(place.toLowerCase(Locale.ROOT), place);
        }
        return new Scenario(
                lines.getFirst().substring(0, bar).strip(),
                Long.parseLong(lines.getFirst().substring(bar + 1).strip()),
                problems,
                Objects.requireNonNull(said),
                new KnownPlaces(sites, hosts));
    }

    private static Failing problem(String[] words, Map<String, String> fields, String summary) {
        return new Failing(
                Long.parseLong(words[1]),
                words[2],
                list(field(fields, "hosts")),
                list(field(fields, "types")),
                list(field(fields, "metrics")),
                summary,
                field(fields, "whole").equals("yes"),
                at(field(fields, "began")),
                moment(field(fields, "recovered")));
    }

    private static void know(String site, Set<String> its, Map<String, String> sites, Map<String, String> hosts) {
        sites.put(site.toLowerCase(Locale.ROOT), site);
        its.forEach(host -> hosts.put(host, site));
    }

    private static Map<String, String> fields(String[] words) {
        return Arrays.stream(words)
                .filter(word -> word.contains("="))
                .collect(Collectors.toMap(
                        word -> word.substring(0, word.indexOf('=')),
                        word -> word.substring(word.indexOf('=') + 1),
                        (one, other) -> one));
    }

    private static String field(Map<String, String> fields, String name) {
        var value = fields.getOrDefault(name, "");
        return value.equals("-") ? "" : value;
    }

    private static Set<String> list(String text) {
        return Arrays.stream(text.split(",")).filter(word -> !word.isBlank()).collect(Collectors.toSet());
    }

    private static @Nullable Instant moment(String text) {
        return text.isEmpty() ? null : at(text);
    }

    private static Instant at(String text) {
        var sign = text.startsWith("-") ? -1 : 1;
        var plain = text.replaceFirst("^[+-]", "");
        var number = Long.parseLong(plain.substring(0, plain.length() - 1));
        var length = switch (plain.charAt(plain.length() - 1)) {
            case 'd' -> Duration.ofDays(number);
            case 'h' -> Duration.ofHours(number);
            case 'm' -> Duration.ofMinutes(number);
            default -> throw new IllegalArgumentException(text);
        };
        return NOW.plus(length.multipliedBy(sign));
    }

    @Override
    public String toString() {
        return title;
    }
}
