package vigie.demo;

import java.util.List;
import java.util.Map;

/** A service of the demonstration: its site, where it would answer, and what its machine speaks. */
record Spot(String site, String host, String type) {
    private static final Map<String, String> ADDRESSES = Map.of(
            "XRootD", "root://%s:1094/",
            "Site-BDII", "ldap://%s:2170/o=grid",
            "Top-BDII", "ldap://%s:2170/o=grid",
            "WMS", "http://%s:7443/",
            "LFC", "lfc://%s:5010/",
            "APEL", "apel://%s:2170/",
            "webdav", "https://%s:443/");

    private static final Map<String, List<String>> METRICS = Map.of(
            "CREAM-CE", List.of("vigie.tcp", "vigie.certificate"),
            "ARC-CE", List.of("vigie.tcp", "vigie.certificate"),
            "SRM", List.of("vigie.tcp", "vigie.certificate"),
            "VOMS", List.of("vigie.tcp", "vigie.certificate"),
            "webdav", List.of("vigie.http", "vigie.certificate"),
            "XRootD", List.of("vigie.tcp"),
            "Site-BDII", List.of("vigie.ldap"),
            "Top-BDII", List.of("vigie.ldap"));

    /** Host and type, as the registry names a service. */
    String name() {
        return host + " " + type;
    }

    String url() {
        return ADDRESSES.getOrDefault(type, "https://%s:8443/").formatted(host);
    }

    /** What is measured of it; nothing where no check is made for its type. */
    List<String> metrics() {
        return METRICS.getOrDefault(type, List.of());
    }
}
