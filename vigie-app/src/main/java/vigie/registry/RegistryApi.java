package vigie.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** The registry for machines, page by page. Persons and their addresses are not told here. */
@RestController
@RequestMapping("/api/v1")
class RegistryApi {
    private static final int LARGEST = 1000;
    private final Federation federation;
    private final OrganisationTable organisations;
    private final ServicePages pages;
    private final SiteRegister sites;

    RegistryApi(Federation federation, OrganisationTable organisations, ServicePages pages, SiteRegister sites) {
        this.federation = federation;
        this.organisations = organisations;
        this.pages = pages;
        this.sites = sites;
    }

    /** One page of a list; {@code page} begins at 1. */
    record Slice<T>(List<T> items, int page, int size, int total) {
        static <T> Slice<T> of(List<T> all, int page, int size) {
            if (page < 1) {
                throw Refusal.unreadable("page", "registry.bad-page", page);
            }
            if (size < 1 || size > LARGEST) {
                throw Refusal.unreadable("size", "registry.bad-size", size, LARGEST);
            }
            var from = Math.clamp((page - 1L) * size, 0, all.size());
            return new Slice<>(all.subList(from, Math.min(from + size, all.size())), page, size, all.size());
        }
    }

    record SiteSeen(
            long id,
            String name,
            String officialName,
            String ngi,
            String status,
            boolean production,
            String country,
            String source) {
        static SiteSeen of(Site site) {
            return new SiteSeen(
                    site.id().value(),
                    site.name(),
                    site.officialName(),
                    site.ngi(),
                    site.status().name(),
                    site.production(),
                    site.country(),
                    site.source());
        }
    }

    record SiteWhole(SiteSeen site, List<ServiceSeen> services, List<String> organisations) {}

    record ServiceSeen(
            long id,
            String site,
            String host,
            String type,
            @Nullable Integer port,
            String url,
            boolean production,
            boolean monitored) {
        static ServiceSeen of(Service service) {
            return new ServiceSeen(
                    service.id().value(),
                    service.siteName(),
                    service.host(),
                    service.type(),
                    service.port(),
                    service.url(),
                    service.production(),
                    service.monitored());
        }
    }

    @May(Right.READ)
    @GetMapping("/sites")
    Slice<SiteSeen> sites(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        return Slice.of(federation.sites().stream().map(SiteSeen::of).toList(), page, size);
    }

    /** A site and what it is made of; the tag is that of the site's own facts, by which it is changed. */
    @May(Right.READ)
    @GetMapping("/sites/{name}")
    SiteWhole site(@PathVariable String name, HttpServletResponse answer) {
        var id = federation
                .siteNamed(name)
                .orElseThrow(() -> Refusal.notFound("registry.unknown-site", name))
                .id();
        answer.setHeader(HttpHeaders.ETAG, Shown.tag(sites.version(id.value())));
        var site = federation.site(id).orElseThrow();
        return new SiteWhole(
                SiteSeen.of(site),
                federation.services(site.id()).stream().map(ServiceSeen::of).toList(),
                organisations.of(site.name()).stream().map(Organisation::name).toList());
    }

    /** The services that the words match; an empty word matches all. */
    @May(Right.READ)
    @GetMapping("/services")
    Slice<ServiceSeen> services(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String vo,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        var found = pages.found(new ServicePages.Wanted(q, type, site, vo));
        return Slice.of(found.stream().map(ServiceSeen::of).toList(), page, size);
    }

    @May(Right.READ)
    @GetMapping("/organisations")
    Slice<Organisation> organisations(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        return Slice.of(organisations.all(), page, size);
    }
}
