package vigie.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.time.Interval;

/**
 * The federation as it stands. Lists hold what is there now; a single site or service is found by its number also when
 * it has gone, so that history keeps its names.
 */
@Component
public class Federation {
    private final Edition edition;
    private final SiteTable siteTable;
    private final ServiceTable serviceTable;
    private final DowntimeTable downtimeTable;
    private final ContactTable contactTable;
    private volatile @Nullable Snapshot latest;

    Federation(
            Edition edition,
            SiteTable siteTable,
            ServiceTable serviceTable,
            DowntimeTable downtimeTable,
            ContactTable contactTable) {
        this.edition = edition;
        this.siteTable = siteTable;
        this.serviceTable = serviceTable;
        this.downtimeTable = downtimeTable;
        this.contactTable = contactTable;
    }

    /** The site of a number. */
    public Optional<Site> site(SiteId id) {
        var site = Optional.ofNullable(now().siteById().get(id));
        return site.isPresent() ? site : siteTable.find(id);
    }

    /** The site of a name, or of a former name where nobody bears it now; case matters. */
    public Optional<Site> siteNamed(String name) {
        var site = Optional.ofNullable(now().siteByName().get(name));
        return site.isPresent() ? site : siteTable.formerlyNamed(name);
    }

    /** All sites, by name; closed ones too. */
    public List<Site> sites() {
        return now().sites();
    }

    /** The service of a number. */
    public Optional<Service> service(ServiceId id) {
        var service = Optional.ofNullable(now().serviceById().get(id));
        return service.isPresent() ? service : serviceTable.find(id);
    }

    /** The service of a type on a host of a site. */
    public Optional<Service> serviceAt(String siteName, String host, String type) {
        return Optional.ofNullable(now().serviceAt().get(new Snapshot.Place(siteName, host, type)));
    }

    /** All services, by site, host and type. */
    public List<Service> services() {
        return now().services();
    }

    /** Those of these numbers that are there now. */
    public Map<ServiceId, Service> services(Collection<ServiceId> ids) {
        var known = now().serviceById();
        return ids.stream().filter(known::containsKey).collect(Collectors.toMap(id -> id, known::get));
    }

    /** The services of a site. */
    public List<Service> services(SiteId site) {
        return now().servicesOf().getOrDefault(site, List.of());
    }

    /** The downtimes that share some time with the stretch, by their start. */
    public List<Downtime> downtimes(Interval during) {
        return downtimeTable.during(during);
    }

    /** The downtime of a number. */
    public Optional<Downtime> downtime(long id) {
        return downtimeTable.find(id);
    }

    /** What is noted of a service beside its facts, each as {@code word=value}; empty where there is no such service. */
    public List<String> propertiesOf(ServiceId id) {
        return serviceTable.kept(id).map(kept -> kept.entry().properties()).orElse(List.of());
    }

    /** Whether an announced outage covers the service at the moment; a mere warning does not. */
    public boolean inDowntime(ServiceId service, Instant moment) {
        return downtimeTable.isOut(service, moment);
    }

    /** The addresses of a site's contacts of a role; the site's own address where there is none of that role. */
    public List<String> mailOf(SiteId site, String role) {
        var addresses = contactTable.mailOf(site, role);
        return addresses.isEmpty()
                ? site(site).map(Site::mail).map(Federation::addresses).orElse(List.of())
                : addresses;
    }

    /** The sites by the addresses, in lower case, of their contacts and of their teams. */
    public Map<String, Set<SiteId>> sitesByMail() {
        var found = new HashMap<String, Set<SiteId>>();
        for (var site : sites()) {
            addresses(site.mail())
                    .forEach(mail -> found.computeIfAbsent(lower(mail), none -> new HashSet<>())
                            .add(site.id()));
        }
        for (var contact : contactTable.kept()) {
            siteNamed(contact.entry().site())
                    .ifPresent(site -> addresses(contact.entry().mail())
                            .forEach(mail -> found.computeIfAbsent(lower(mail), none -> new HashSet<>())
                                    .add(site.id())));
        }
        return found;
    }

    private static String lower(String mail) {
        return mail.toLowerCase(Locale.ROOT);
    }

    /** The number of this state of the registry: it grows with every change, and what hangs on it may be kept. */
    public long edition() {
        return edition.number();
    }

    /** The changes of certification status from a moment on and before another, oldest first. */
    public List<SiteChange> statusChanges(Instant from, Instant to) {
        return siteTable.statusChanges(from, to);
    }

    private Snapshot now() {
        var number = edition.number();
        var kept = latest;
        if (kept != null && kept.edition() == number) {
            return kept;
        }
        var fresh = Snapshot.of(number, siteTable.all(), serviceTable.all());
        latest = fresh;
        return fresh;
    }

    /** Addresses as registries write them: several, set apart by a comma or a semicolon. */
    static List<String> addresses(String mail) {
        return java.util.Arrays.stream(mail.split("[,;]"))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
