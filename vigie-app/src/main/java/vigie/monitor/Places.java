package vigie.monitor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.ServiceId;

/** Where the services stand by host and type, as results name them; made anew when the registry has changed. */
@Component
class Places {
    private final Federation federation;
    private volatile @Nullable Directory directory;

    Places(Federation federation) {
        this.federation = federation;
    }

    /** The directory of the registry as it stands now. */
    Directory now() {
        var edition = federation.edition();
        var kept = directory;
        if (kept == null || kept.edition != edition) {
            kept = new Directory(edition, federation.services());
            directory = kept;
        }
        return kept;
    }

    private record Place(String host, String type) {}

    /** The services of one edition of the registry. */
    static final class Directory {
        private final long edition;
        private final Map<Place, List<Service>> at = new HashMap<>();
        private final Map<ServiceId, Service> byId = new HashMap<>();

        Directory(long edition, List<Service> services) {
            this.edition = edition;
            for (var service : services) {
                byId.put(service.id(), service);
                at.merge(new Place(host(service.host()), service.type()), List.of(service), (some, one) -> {
                    var more = new java.util.ArrayList<>(some);
                    more.addAll(one);
                    return List.copyOf(more);
                });
            }
        }

        /** The services of a type on a host: one for each site that names it. */
        List<Service> at(String host, String type) {
            var exact = at.get(new Place(host, type));
            return exact != null ? exact : at.getOrDefault(new Place(host(host), type), List.of());
        }

        @Nullable
        Service of(ServiceId id) {
            return byId.get(id);
        }

        private static String host(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
