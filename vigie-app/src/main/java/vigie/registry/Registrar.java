package vigie.registry;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.words.Refusal;

/** Changes the registry by hand. Who asks must hold the right over the site; what a source owns is refused. */
@Component
public class Registrar {
    private final Edition edition;
    private final SiteTable sites;
    private final ServiceTable services;
    private final DowntimeTable downtimes;
    private final Revisions revisions;
    private final Federation federation;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registrar(
            Edition edition,
            SiteTable sites,
            ServiceTable services,
            DowntimeTable downtimes,
            Revisions revisions,
            Federation federation,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.edition = edition;
        this.sites = sites;
        this.services = services;
        this.downtimes = downtimes;
        this.revisions = revisions;
        this.federation = federation;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a site. */
    @Transactional
    public SiteId add(Actor who, SiteEntry entry, String reason) {
        who.mustBeAllowed(Right.EDIT_REGISTRY, 0);
        edition.lock();
        var id = sites.add(entry, "");
        sites.keepStatusChange(id, clock.instant(), null, entry.status(), who.login(), reason);
        journal.write(who, "site:" + id, "registry.deed.site-added", "", entry.name(), reason);
        edition.raise();
        return id;
    }

    /** Adds a service to the site that the entry names. */
    @Transactional
    public ServiceId add(Actor who, ServiceEntry entry, String reason) {
        var site = named(entry.site());
        who.mustBeAllowed(Right.EDIT_REGISTRY, site.id().value());
        edition.lock();
        var id = services.add(site.id(), entry, "");
        journal.write(
                who, "site:" + site.id(), "registry.deed.service-added", "", entry.host() + " " + entry.type(), reason);
        edition.raise();
        return id;
    }

    /**
     * Changes the certification of a site that is kept by hand. Only who may edit every site may do it, and only an
     * administrator may take a step that the rules forbid, to put a mistake right.
     */
    @Transactional
    public void certify(Actor who, Site site, String status, String reason) {
        certify(who, site, status, reason, Shown.ANY);
    }

    /** The same, if the site is still as it was shown. */
    @Transactional
    void certify(Actor who, Site site, String status, String reason, Shown shown) {
        who.mustBeAllowed(Right.EDIT_REGISTRY, 0);
        var wanted = CertificationStatus.of(status);
        if (reason.isBlank() || reason.length() > 1000) {
            throw Refusal.unreadable("reason", "registry.empty", "reason");
        }
        edition.lock();
        var now = federation.site(site.id()).orElseThrow();
        if (!now.source().isEmpty()) {
            throw Refusal.conflict("registry.owned", now.name(), now.source());
        }
        if (now.status() == wanted) {
            throw Refusal.conflict("registry.same-status", now.name(), wanted);
        }
        revisions.mustBeLatest(Kind.SITE, site.id().value(), now.name(), shown);
        if (!now.status().mayBecome(wanted) && !who.is(Role.ADMINISTRATOR)) {
            throw Refusal.unreadable("status", "registry.forbidden-step", now.name(), now.status(), wanted);
        }
        sites.certify(site.id(), wanted);
        sites.keepStatusChange(site.id(), clock.instant(), now.status(), wanted, who.login(), reason);
        revisions.write(
                who,
                Kind.SITE,
                site.id().value(),
                "site:" + site.id(),
                "registry.deed.site-certified",
                now.status().name(),
                wanted.name(),
                reason);
        edition.raise();
    }

    /** Announces a downtime of services of one site. */
    @Transactional
    public long announce(Actor who, DowntimeEntry entry) {
        var site = named(entry.site());
        who.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, site.id().value());
        var affected = entry.services().stream()
                .map(named -> federation
                        .serviceAt(site.name(), named.host(), named.type())
                        .map(Service::id)
                        .orElseThrow(
                                () -> Refusal.unreadable("services", "registry.unknown-service", named, site.name())))
                .toList();
        edition.lock();
        var id = downtimes.add(site.id(), affected, entry, "");
        journal.write(
                who,
                "site:" + site.id(),
                "registry.deed.downtime-added",
                "",
                entry.severity() + " " + entry.during().start() + " "
                        + entry.during().end(),
                entry.description());
        events.publishEvent(new DowntimeAnnounced(id));
        edition.raise();
        return id;
    }

    private Site named(String name) {
        return federation.siteNamed(name).orElseThrow(() -> Refusal.notFound("registry.unknown-site", name));
    }
}
