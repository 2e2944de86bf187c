package vigie.registry;

import java.util.List;
import vigie.registry.Picture.SiteEntry;

/**
 * All that the page of a site shows of the registry itself.
 *
 * @param contacts empty for who may not see them
 * @param version the state of the facts and of the certification that it shows
 * @param downtimes of the last month, running and ahead
 */
public record SiteSheet(
        Site site,
        SiteEntry facts,
        List<String> formerNames,
        List<Organisation> organisations,
        List<String> vos,
        List<Contact> contacts,
        List<Service> services,
        List<Downtime> downtimes,
        List<SiteChange> history,
        long version) {}
