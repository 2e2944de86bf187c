package vigie.registry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sites and services of one edition, found by number and by name. */
record Snapshot(
        long edition,
        List<Site> sites,
        List<Service> services,
        Map<SiteId, Site> siteById,
        Map<String, Site> siteByName,
        Map<ServiceId, Service> serviceById,
        Map<Place, Service> serviceAt,
        Map<SiteId, List<Service>> servicesOf) {

    record Place(String site, String host, String type) {}

    static Snapshot of(long edition, List<Site> sites, List<Service> services) {
        return new Snapshot(
                edition,
                List.copyOf(sites),
                List.copyOf(services),
                sites.stream().collect(Collectors.toUnmodifiableMap(Site::id, site -> site)),
                sites.stream().collect(Collectors.toUnmodifiableMap(Site::name, site -> site)),
                services.stream().collect(Collectors.toUnmodifiableMap(Service::id, service -> service)),
                services.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                service -> new Place(service.siteName(), service.host(), service.type()),
                                service -> service)),
                services.stream()
                        .collect(Collectors.groupingBy(
                                Service::site, Collectors.collectingAndThen(Collectors.toList(), List::copyOf))));
    }
}
