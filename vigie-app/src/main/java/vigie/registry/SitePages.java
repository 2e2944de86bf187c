package vigie.registry;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.VoEntry;
import vigie.time.Interval;
import vigie.words.Refusal;

/** The pages of sites. */
@Controller
class SitePages {
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Federation federation;
    private final SiteTable sites;
    private final ContactTable contacts;
    private final OrganisationTable organisations;
    private final VoTable vos;
    private final Registrar registrar;
    private final Revisions revisions;
    private final Contacts hand;
    private final List<SitePanel> panels;
    private final List<SiteColumn> columns;
    private final Clock clock;

    SitePages(
            Federation federation,
            SiteTable sites,
            ContactTable contacts,
            OrganisationTable organisations,
            VoTable vos,
            Registrar registrar,
            Revisions revisions,
            Contacts hand,
            List<SitePanel> panels,
            List<SiteColumn> columns,
            Clock clock) {
        this.federation = federation;
        this.sites = sites;
        this.contacts = contacts;
        this.organisations = organisations;
        this.vos = vos;
        this.registrar = registrar;
        this.revisions = revisions;
        this.hand = hand;
        this.panels = panels;
        this.columns = columns;
        this.clock = clock;
    }

    @May(Right.READ)
    @GetMapping("/sites")
    ModelAndView list(
            Frame frame, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String status) {
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        var found = federation.sites().stream()
                .filter(site -> status.isEmpty() || site.status().name().equals(status))
                .filter(site -> (site.name() + " " + site.officialName() + " " + site.ngi())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        Map<String, Integer> services = found.stream()
                .collect(Collectors.toMap(
                        Site::name, site -> federation.services(site.id()).size()));
        return Page.of(
                "registry/sites",
                frame.titled(frame.words().say("registry.sites")),
                "sites",
                found,
                "services",
                services,
                "columns",
                columns.stream()
                        .map(column -> new SiteColumn.Filled(column.titleKey(), column.of(found, frame)))
                        .toList(),
                "q",
                q,
                "status",
                status);
    }

    @May(Right.READ)
    @GetMapping("/sites/{name}")
    ModelAndView one(Frame frame, @PathVariable String name) {
        var id = named(name).id();
        var version = revisions.latest(Kind.SITE, id.value());
        var site = federation.site(id).orElseThrow();
        if (!site.name().equals(name)) {
            return Done.at("/sites/" + site.name());
        }
        var now = clock.instant();
        var sheet = new SiteSheet(
                site,
                sites.facts(site.id()).orElseThrow(),
                sites.formerNames(site.id()),
                organisations.of(site.name()),
                vos.all().stream()
                        .filter(vo -> vo.sites().contains(site.name()))
                        .map(VoEntry::name)
                        .toList(),
                frame.may(Right.READ_CONTACTS, site.id().value()) ? contacts.of(site.id()) : List.of(),
                federation.services(site.id()),
                federation.downtimes(new Interval(now.minus(BACK), now.plus(AHEAD))).stream()
                        .filter(downtime -> downtime.site().equals(site.id()))
                        .toList(),
                sites.statusChanges(site.id()),
                version);
        return Page.of(
                "registry/site",
                frame.titled(site.name()),
                "sheet",
                sheet,
                "panels",
                panels.stream().flatMap(panel -> panel.on(site, frame).stream()).toList());
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/sites/{id}/certification")
    ModelAndView certify(
            Actor actor,
            Frame frame,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String version,
            RedirectAttributes left) {
        var site = numbered(id);
        registrar.certify(actor, site, status, reason, Shown.on(version));
        return Done.at("/sites/" + site.name(), left, frame.words().say("registry.certified", site.name()));
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/sites/{id}/contacts")
    ModelAndView addContact(
            Actor actor,
            Frame frame,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String phone,
            RedirectAttributes left) {
        var site = numbered(id);
        hand.add(actor, site, role, name, mail, phone);
        return Done.at("/sites/" + site.name(), left, frame.words().say("registry.contact-added", name));
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/sites/{id}/contacts/{contact}/remove")
    ModelAndView removeContact(
            Actor actor, Frame frame, @PathVariable long id, @PathVariable long contact, RedirectAttributes left) {
        var site = numbered(id);
        hand.remove(actor, site, contact);
        return Done.at("/sites/" + site.name(), left, frame.words().say("registry.contact-removed"));
    }

    private Site named(String name) {
        return federation.siteNamed(name).orElseThrow(() -> Refusal.notFound("registry.unknown-site", name));
    }

    private Site numbered(long id) {
        return federation.site(new SiteId(id)).orElseThrow(() -> Refusal.notFound("registry.unknown-site", id));
    }
}
