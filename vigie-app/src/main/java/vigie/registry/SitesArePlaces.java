package vigie.registry;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.people.Places;

/** Roles are held over sites. */
@Component
class SitesArePlaces implements Places {
    private final Federation federation;

    SitesArePlaces(Federation federation) {
        this.federation = federation;
    }

    @Override
    public Optional<Long> site(String name) {
        return federation.siteNamed(name).map(site -> site.id().value());
    }

    @Override
    public String nameOf(long site) {
        return federation.site(new SiteId(site)).map(Site::name).orElse(Long.toString(site));
    }
}
