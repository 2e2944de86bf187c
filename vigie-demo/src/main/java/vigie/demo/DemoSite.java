package vigie.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A site of the demonstration, as {@code demo/sites.csv} writes it.
 *
 * @param organisations {@code KIND:name@town}
 */
record DemoSite(
        String name,
        String officialName,
        String certification,
        String domain,
        List<String> organisations,
        List<Spot> spots) {
    private static final Map<String, String> SHAPES = Map.of(
            "tier1", "CREAM-CE CREAM-CE SRM Site-BDII Top-BDII XRootD WMS LFC",
            "large", "CREAM-CE ARC-CE SRM Site-BDII XRootD webdav VOMS",
            "medium", "CREAM-CE SRM Site-BDII APEL webdav",
            "small", "CREAM-CE SRM Site-BDII");
    private static final Map<String, String> HOSTS = Map.of(
            "CREAM-CE", "ce",
            "ARC-CE", "arc",
            "SRM", "se",
            "Site-BDII", "sbdii",
            "Top-BDII", "topbdii",
            "XRootD", "xrootd",
            "webdav", "dav");

    static DemoSite of(String line) {
        var parts = line.split("\\|");
        return new DemoSite(parts[0], parts[1], parts[2], parts[3], Arrays.asList(parts[4].split(";")), spots(parts));
    }

    private static List<Spot> spots(String[] parts) {
        var spots = new ArrayList<Spot>();
        var numbers = new HashMap<String, Integer>();
        for (var type : Objects.requireNonNull(SHAPES.get(parts[5])).split(" ")) {
            var number = numbers.merge(type, 1, Integer::sum);
            var host = HOSTS.getOrDefault(type, type.toLowerCase(Locale.ROOT));
            spots.add(new Spot(parts[0], "%s%02d.%s".formatted(host, number, parts[3]), type));
        }
        return spots;
    }

    String mail() {
        return "grille@" + domain;
    }
}
