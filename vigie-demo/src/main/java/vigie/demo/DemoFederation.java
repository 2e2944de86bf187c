package vigie.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The federation around the demonstration: real sites of 2013 with invented people. */
@Component
class DemoFederation {
    static final List<String> VOS = List.of("biomed", "atlas", "cms", "vo.france-grilles.fr");

    private final List<DemoSite> sites = read();

    List<DemoSite> sites() {
        return sites;
    }

    List<Spot> spots() {
        return sites.stream().flatMap(site -> site.spots().stream()).toList();
    }

    /** Laboratories and institutes, as a table that Vigie takes over. */
    String organisations() {
        var towns = new java.util.TreeMap<String, String>();
        var sitesOf = new java.util.TreeMap<String, String>();
        for (var site : sites) {
            for (var organisation : site.organisations()) {
                var parts = organisation.split("[:@]");
                towns.put(parts[1], parts[0] + "," + parts[2]);
                sitesOf.merge(parts[1], site.name(), (one, other) -> one + ";" + other);
            }
        }
        return "name,kind,town,sites\n"
                + towns.entrySet().stream()
                        .map(one -> one.getKey() + "," + one.getValue() + "," + sitesOf.get(one.getKey()))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The VOs and the sites that serve them: the first two everywhere, the others at every other site. */
    String vos() {
        var all = new StringBuilder("name,description,sites\n");
        for (var number = 0; number < VOS.size(); number++) {
            var every = number < 2 ? 1 : 2;
            var names = new java.util.ArrayList<String>();
            for (var index = number % every; index < sites.size(); index += every) {
                names.add(sites.get(index).name());
            }
            all.append(VOS.get(number))
                    .append(",VO ")
                    .append(VOS.get(number))
                    .append(',')
                    .append(String.join(";", names))
                    .append('\n');
        }
        return all.toString();
    }

    private static List<DemoSite> read() {
        var table = Objects.requireNonNull(DemoFederation.class.getResourceAsStream("/demo/sites.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DemoSite::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
