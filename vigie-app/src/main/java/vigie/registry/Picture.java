package vigie.registry;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import vigie.time.Interval;

/**
 * What a source says of the federation at one moment. A kind of entry that the source does not speak of is null: it is
 * left alone.
 *
 * @param complete whether it names all there is, so that what it does not name has gone
 * @param downtimesFrom downtimes that ended before are not spoken of; null where all are
 * @param origins where each entry was read
 */
public record Picture(
        boolean complete,
        @Nullable List<NgiEntry> ngis,
        @Nullable List<SiteEntry> sites,
        @Nullable List<ServiceEntry> services,
        @Nullable List<ContactEntry> contacts,
        @Nullable List<DowntimeEntry> downtimes,
        @Nullable Instant downtimesFrom,
        @Nullable List<OrganisationEntry> organisations,
        @Nullable List<VoEntry> vos,
        @Nullable List<TypeEntry> types,
        @Nullable List<PersonEntry> persons,
        Origins origins) {

    /** A national infrastructure; {@code key} is its name in the source, here and below. */
    public record NgiEntry(String key, String name, String description, String mail, String rodMail) {}

    /** A site; its properties, here and below, each as {@code word=value}, by word. */
    public record SiteEntry(
            String key,
            String name,
            String officialName,
            String ngi,
            CertificationStatus status,
            boolean production,
            String country,
            String mail,
            String phone,
            String securityMail,
            String timezone,
            String home,
            List<String> scopes,
            List<String> properties) {
        SiteEntry certified(CertificationStatus other) {
            return new SiteEntry(
                    key,
                    name,
                    officialName,
                    ngi,
                    other,
                    production,
                    country,
                    mail,
                    phone,
                    securityMail,
                    timezone,
                    home,
                    scopes,
                    properties);
        }

        /** A certified production site of this name, of which nothing else is known. */
        public static SiteEntry of(String name, String ngi, String mail) {
            return new SiteEntry(
                    "",
                    name,
                    "",
                    ngi,
                    CertificationStatus.CERTIFIED,
                    true,
                    "",
                    mail,
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    List.of());
        }
    }

    /** A service of the site of this name. */
    public record ServiceEntry(
            String key,
            String site,
            String host,
            String type,
            @Nullable Integer port,
            String url,
            boolean production,
            boolean monitored,
            List<String> scopes,
            List<EndpointEntry> endpoints,
            List<String> properties) {
        /** A monitored production service with one URL. */
        public static ServiceEntry of(String site, String host, String type, @Nullable Integer port, String url) {
            return new ServiceEntry("", site, host, type, port, url, true, true, List.of(), List.of(), List.of());
        }

        ServiceEntry at(String otherSite) {
            return new ServiceEntry(
                    key, otherSite, host, type, port, url, production, monitored, scopes, endpoints, properties);
        }
    }

    /** A further address of a service, with its own properties. */
    public record EndpointEntry(
            String name, String url, String interfaceName, boolean monitored, List<String> properties) {
        /** As the journal tells it: what is usual is not said. */
        @Override
        public String toString() {
            var said = new StringJoiner(" ");
            said.add(name);
            said.add(url);
            said.add(interfaceName);
            if (!monitored) {
                said.add("monitored=false");
            }
            properties.forEach(said::add);
            return said.toString().replaceAll(" +", " ").strip();
        }
    }

    /** Somebody who answers for the site of this name. */
    public record ContactEntry(String key, String site, String role, String name, String mail, String phone) {
        ContactEntry at(String otherSite) {
            return new ContactEntry(key, otherSite, role, name, mail, phone);
        }
    }

    /** A downtime of services of one site, each named by host and type. */
    public record DowntimeEntry(
            String key,
            String site,
            List<HostAndType> services,
            Downtime.Severity severity,
            boolean scheduled,
            String description,
            Interval during,
            Instant announced) {
        DowntimeEntry at(String otherSite) {
            return new DowntimeEntry(key, otherSite, services, severity, scheduled, description, during, announced);
        }

        DowntimeEntry of(List<HostAndType> others) {
            return new DowntimeEntry(key, site, others, severity, scheduled, description, during, announced);
        }
    }

    /** A service within its site. */
    public record HostAndType(String host, String type) implements Comparable<HostAndType> {
        @Override
        public String toString() {
            return host + " " + type;
        }

        @Override
        public int compareTo(HostAndType other) {
            return toString().compareTo(other.toString());
        }
    }

    /** An institute or a laboratory, and the names of the sites it takes part in. */
    public record OrganisationEntry(String name, String officialName, String kind, String town, List<String> sites) {}

    /** A virtual organisation, and the names of the sites that support it. */
    public record VoEntry(String name, String description, List<String> sites) {}

    /** A type of service, and what it is. */
    public record TypeEntry(String name, String description) {}

    /** Another spelling, or a former name, of a person. */
    public record PersonEntry(String spelling, String name) {}
}
