package vigie.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Picture.EndpointEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.RegisterApi.Why;
import vigie.words.Refusal;

/** Sites, services and contacts for machines that change them. What a source owns is refused with 409. */
@RestController
@RequestMapping("/api/v1")
class SiteApi {
    private final Federation federation;
    private final SiteRegister sites;
    private final ServiceRegister services;
    private final SiteTable siteTable;
    private final ServiceTable serviceTable;
    private final ContactTable contactTable;
    private final VoTable vos;
    private final Contacts contacts;

    SiteApi(
            Federation federation,
            SiteRegister sites,
            ServiceRegister services,
            SiteTable siteTable,
            ServiceTable serviceTable,
            ContactTable contactTable,
            VoTable vos,
            Contacts contacts) {
        this.federation = federation;
        this.sites = sites;
        this.services = services;
        this.siteTable = siteTable;
        this.serviceTable = serviceTable;
        this.contactTable = contactTable;
        this.vos = vos;
        this.contacts = contacts;
    }

    record SiteSaid(
            @Nullable String name,
            @Nullable String officialName,
            @Nullable String ngi,
            @Nullable String status,
            @Nullable String country,
            @Nullable String timezone,
            @Nullable Boolean production,
            @Nullable String mail,
            @Nullable String securityMail,
            @Nullable String phone,
            @Nullable String home,
            @Nullable List<String> scopes,
            @Nullable Map<String, String> properties,
            @Nullable String reason) {}

    record ServiceSaid(
            @Nullable String site,
            @Nullable String host,
            @Nullable String type,
            @Nullable String url,
            @Nullable Integer port,
            @Nullable Boolean production,
            @Nullable Boolean monitored,
            @Nullable List<String> scopes,
            @Nullable Map<String, String> properties,
            @Nullable List<String> vos,
            @Nullable String reason) {}

    record ContactSaid(
            @Nullable String role,
            @Nullable String name,
            @Nullable String mail,
            @Nullable String phone) {}

    /** A site without its addresses, which fewer may see. */
    record SiteKept(
            long id,
            String name,
            String officialName,
            String ngi,
            String status,
            String country,
            String timezone,
            boolean production,
            String home,
            List<String> scopes,
            Map<String, String> properties,
            String source) {}

    record ServiceKept(
            long id,
            String site,
            String host,
            String type,
            String url,
            @Nullable Integer port,
            boolean production,
            boolean monitored,
            List<String> scopes,
            Map<String, String> properties,
            List<EndpointKept> endpoints,
            List<String> vos,
            String source,
            boolean closed) {}

    /** A further address of a service. */
    record EndpointKept(
            String name, String url, String interfaceName, boolean monitored, Map<String, String> properties) {
        static EndpointKept of(EndpointEntry entry) {
            return new EndpointKept(
                    entry.name(),
                    entry.url(),
                    entry.interfaceName(),
                    entry.monitored(),
                    SiteApi.properties(entry.properties()));
        }
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/sites")
    @ResponseStatus(HttpStatus.CREATED)
    SiteKept addSite(Actor actor, @RequestBody SiteSaid said, HttpServletResponse answer) {
        return site(new SiteId(sites.add(actor, Written.in(said))), answer);
    }

    /** Changes a site; a change of its certification needs a right over all sites. */
    @May(Right.EDIT_REGISTRY)
    @PatchMapping("/sites/{name}")
    SiteKept changeSite(
            Actor actor,
            @PathVariable String name,
            @RequestBody SiteSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        var site = named(name);
        sites.change(actor, site.id().value(), Written.in(said, match));
        return site(site.id(), answer);
    }

    /** Closes a site for good. */
    @May(Right.EDIT_FEDERATION)
    @PostMapping("/sites/{name}/close")
    SiteKept closeSite(
            Actor actor,
            @PathVariable String name,
            @RequestBody Why why,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        var site = named(name);
        sites.close(actor, site.id().value(), Written.in(why, match));
        return site(site.id(), answer);
    }

    @May(Right.READ)
    @GetMapping("/services/{id}")
    ServiceKept service(@PathVariable long id, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.ETAG, Shown.tag(services.version(id)));
        var kept = serviceTable
                .kept(new ServiceId(id))
                .orElseThrow(() -> Refusal.notFound("registry.no-such-service", id));
        var entry = kept.entry();
        return new ServiceKept(
                id,
                entry.site(),
                entry.host(),
                entry.type(),
                entry.url(),
                entry.port(),
                entry.production(),
                entry.monitored(),
                entry.scopes(),
                properties(entry.properties()),
                entry.endpoints().stream().map(EndpointKept::of).toList(),
                vos.of(new ServiceId(id)),
                kept.source(),
                kept.gone());
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/services")
    @ResponseStatus(HttpStatus.CREATED)
    ServiceKept addService(Actor actor, @RequestBody ServiceSaid said, HttpServletResponse answer) {
        return service(services.add(actor, Written.in(said)), answer);
    }

    @May(Right.EDIT_REGISTRY)
    @PatchMapping("/services/{id}")
    ServiceKept changeService(
            Actor actor,
            @PathVariable long id,
            @RequestBody ServiceSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        services.change(actor, id, Written.in(said, match));
        return service(id, answer);
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/services/{id}/close")
    ServiceKept closeService(
            Actor actor,
            @PathVariable long id,
            @RequestBody Why why,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        services.close(actor, id, Written.in(why, match));
        return service(id, answer);
    }

    /** Who answers for a site, for those who may see it. */
    @May(Right.READ_CONTACTS)
    @GetMapping("/sites/{name}/contacts")
    List<Contact> contacts(Actor actor, @PathVariable String name) {
        var site = named(name);
        actor.mustBeAllowed(Right.READ_CONTACTS, site.id().value());
        return contactTable.of(site.id());
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/sites/{name}/contacts")
    @ResponseStatus(HttpStatus.CREATED)
    List<Contact> addContact(Actor actor, @PathVariable String name, @RequestBody ContactSaid said) {
        var site = named(name);
        var written = Written.in(said);
        contacts.add(
                actor,
                site,
                written.text("role", ""),
                written.text("name", ""),
                written.text("mail", ""),
                written.text("phone", ""));
        return contactTable.of(site.id());
    }

    @May(Right.EDIT_REGISTRY)
    @DeleteMapping("/sites/{name}/contacts/{contact}")
    List<Contact> removeContact(Actor actor, @PathVariable String name, @PathVariable long contact) {
        var site = named(name);
        contacts.remove(actor, site, contact);
        return contactTable.of(site.id());
    }

    private SiteKept site(SiteId id, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.ETAG, Shown.tag(sites.version(id.value())));
        var site = federation.site(id).orElseThrow();
        SiteEntry entry = siteTable.facts(id).orElseThrow();
        return new SiteKept(
                id.value(),
                entry.name(),
                entry.officialName(),
                entry.ngi(),
                entry.status().name(),
                entry.country(),
                entry.timezone(),
                entry.production(),
                entry.home(),
                entry.scopes(),
                properties(entry.properties()),
                site.source());
    }

    private static Map<String, String> properties(List<String> lines) {
        var words = new TreeMap<String, String>();
        lines.forEach(line -> words.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return words;
    }

    private Site named(String name) {
        return federation.siteNamed(name).orElseThrow(() -> Refusal.notFound("registry.unknown-site", name));
    }
}
