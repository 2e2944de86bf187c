package vigie.registry;

import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.match.KnownPlaces;

/** The names of sites, former ones too, and of machines, for reading what people write. Kept until the registry changes. */
@Component
public class KnownNames {
    private final Federation federation;
    private final SiteTable sites;
    private volatile @Nullable Kept latest;

    KnownNames(Federation federation, SiteTable sites) {
        this.federation = federation;
        this.sites = sites;
    }

    private record Kept(long edition, KnownPlaces places) {}

    public KnownPlaces places() {
        var edition = federation.edition();
        var kept = latest;
        if (kept == null || kept.edition() != edition) {
            kept = new Kept(edition, gathered());
            latest = kept;
        }
        return kept.places();
    }

    private KnownPlaces gathered() {
        var names = federation.sites().stream().collect(Collectors.toMap(Site::id, Site::name));
        var known = new HashMap<String, String>();
        sites.formerNames().forEach((name, site) -> {
            if (names.containsKey(site)) {
                known.put(name.toLowerCase(Locale.ROOT), names.get(site));
            }
        });
        names.values().forEach(name -> known.put(name.toLowerCase(Locale.ROOT), name));
        var siteOfHost = new HashMap<String, String>();
        for (var service : federation.services()) {
            var name = names.get(service.site());
            if (name != null) {
                siteOfHost.put(service.host().toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            }
        }
        return new KnownPlaces(known, siteOfHost);
    }
}
