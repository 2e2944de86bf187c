package vigie.registry;

import org.jspecify.annotations.Nullable;

/**
 * One service type on one host of one site.
 *
 * @param port the TCP port, where it is known or follows from the URL
 * @param url where it answers; may be empty
 * @param monitored whether its failures count; nobody is woken for a service that is not monitored
 */
public record Service(
        ServiceId id,
        SiteId site,
        String siteName,
        String host,
        String type,
        @Nullable Integer port,
        String url,
        boolean production,
        boolean monitored) {
    /** Host and type, as people say it. */
    public String name() {
        return host + " " + type;
    }
}
