package vigie.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.registry.Difference.Field;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;

/** Makes a difference true, step by step, each with its line in the journal. */
@Component
class Takeover {
    private final SiteTable sites;
    private final ServiceTable services;
    private final ContactTable contacts;
    private final DowntimeTable downtimes;
    private final NgiTable ngis;
    private final OrganisationTable organisations;
    private final VoTable vos;
    private final TypeTable types;
    private final PersonTable persons;
    private final Journal journal;
    private final Revisions revisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Takeover(
            SiteTable sites,
            ServiceTable services,
            ContactTable contacts,
            DowntimeTable downtimes,
            NgiTable ngis,
            OrganisationTable organisations,
            VoTable vos,
            TypeTable types,
            PersonTable persons,
            Journal journal,
            Revisions revisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sites = sites;
        this.services = services;
        this.contacts = contacts;
        this.downtimes = downtimes;
        this.ngis = ngis;
        this.organisations = organisations;
        this.vos = vos;
        this.types = types;
        this.persons = persons;
        this.journal = journal;
        this.revisions = revisions;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void make(Actor who, String source, Comparison comparison) {
        var turn = new Turn(who, source, clock.instant());
        comparison.ngis.forEach(turn::ngi);
        comparison.sites.forEach(turn::site);
        turn.siteIds.putAll(sites.all().stream().collect(Collectors.toMap(Site::name, Site::id)));
        comparison.types.forEach(step -> {
            types.put(step.wanted());
            turn.note("type:" + step.name(), step);
        });
        comparison.services.forEach(turn::service);
        comparison.contacts.forEach(turn::contact);
        turn.serviceIds.putAll(services.all().stream()
                .collect(Collectors.groupingBy(
                        Service::siteName,
                        Collectors.toMap(service -> new HostAndType(service.host(), service.type()), Service::id))));
        comparison.downtimes.forEach(turn::downtime);
        comparison.organisations.forEach(step -> {
            organisations.put(step.wanted());
            turn.note("organisation:" + step.name(), step);
        });
        comparison.vos.forEach(step -> {
            vos.put(step.wanted());
            turn.note("vo:" + step.name(), step);
        });
        comparison.persons.forEach(step -> {
            persons.put(step.wanted());
            turn.note("name:" + step.name(), step);
        });
    }

    /** One taking over, with what it has learnt on the way. */
    private final class Turn {
        private final Actor who;
        private final String source;
        private final Instant now;
        private final Map<String, SiteId> siteIds = new HashMap<>();
        private final Map<String, Map<HostAndType, ServiceId>> serviceIds = new HashMap<>();

        Turn(Actor who, String source, Instant now) {
            this.who = who;
            this.source = source;
            this.now = now;
        }

        void ngi(Step<Picture.NgiEntry> step) {
            switch (step.what()) {
                case ADDED -> ngis.add(step.wanted(), source);
                case CHANGED -> ngis.set(step.there().id(), step.wanted(), source);
                case REMOVED -> ngis.remove(step.there().id(), now);
            }
            note("ngi:" + step.name(), step);
        }

        void site(Step<SiteEntry> step) {
            var id = switch (step.what()) {
                case ADDED -> sites.add(step.wanted(), source);
                case CHANGED -> {
                    var site = new SiteId(step.there().id());
                    sites.set(site, step.wanted(), source);
                    if (!step.there().entry().name().equals(step.wanted().name())) {
                        sites.keepFormerName(site, step.there().entry().name(), now);
                    }
                    yield site;
                }
                case REMOVED -> {
                    var site = new SiteId(step.there().id());
                    sites.remove(site, now);
                    yield site;
                }
            };
            if (step.entry() != null) {
                certification(id, step);
            }
            note("site:" + id, step);
        }

        private void certification(SiteId id, Step<SiteEntry> step) {
            var before = step.kept() == null ? null : step.kept().entry().status();
            var after = step.wanted().status();
            if (before != after) {
                sites.keepStatusChange(id, now, before, after, source, "registry.reason.source");
            }
        }

        void service(Step<ServiceEntry> step) {
            switch (step.what()) {
                case ADDED -> services.add(site(step.wanted().site()), step.wanted(), source);
                case CHANGED ->
                    services.set(
                            new ServiceId(step.there().id()), site(step.wanted().site()), step.wanted(), source);
                case REMOVED -> services.remove(new ServiceId(step.there().id()), now);
            }
            noteAtSite(
                    step.entry() == null
                            ? step.there().entry().site()
                            : step.wanted().site(),
                    step);
        }

        void contact(Step<Picture.ContactEntry> step) {
            switch (step.what()) {
                case ADDED -> contacts.add(site(step.wanted().site()), step.wanted(), source);
                case CHANGED ->
                    contacts.set(step.there().id(), site(step.wanted().site()), step.wanted(), source);
                case REMOVED -> contacts.remove(step.there().id());
            }
            noteAtSite(
                    step.entry() == null
                            ? step.there().entry().site()
                            : step.wanted().site(),
                    step);
        }

        void downtime(Step<DowntimeEntry> step) {
            switch (step.what()) {
                case ADDED -> {
                    var id = downtimes.add(site(step.wanted().site()), affected(step.wanted()), step.wanted(), source);
                    if (step.wanted().during().end().isAfter(now)) {
                        events.publishEvent(new DowntimeAnnounced(id));
                    }
                }
                case CHANGED ->
                    downtimes.set(
                            step.there().id(),
                            site(step.wanted().site()),
                            affected(step.wanted()),
                            step.wanted(),
                            source);
                case REMOVED -> downtimes.remove(step.there().id(), now);
            }
            noteAtSite(
                    step.entry() == null
                            ? step.there().entry().site()
                            : step.wanted().site(),
                    step);
        }

        private List<ServiceId> affected(DowntimeEntry entry) {
            var there = serviceIds.getOrDefault(entry.site(), Map.of());
            return entry.services().stream()
                    .flatMap(service -> java.util.stream.Stream.ofNullable(there.get(service)))
                    .toList();
        }

        private SiteId site(String name) {
            var id = siteIds.get(name);
            if (id == null) {
                throw new IllegalStateException("site '%s' (expected: one that the comparison knew)".formatted(name));
            }
            return id;
        }

        private void noteAtSite(String site, Step<?> step) {
            var id = siteIds.get(site);
            note(id == null ? "site:" + site : "site:" + id, step);
        }

        void note(String subject, Step<?> step) {
            var deed = "registry.deed." + (step.kind() + "-" + step.what()).toLowerCase(java.util.Locale.ROOT);
            var changed = step.fields();
            var before = changed.stream().map(field -> field.name() + ": " + field.before());
            var after = changed.stream().map(Turn::now);
            var was = step.kept() == null
                    ? ""
                    : changed.isEmpty() ? step.name() : before.collect(Collectors.joining("\n"));
            var is = step.entry() == null
                    ? ""
                    : changed.isEmpty() ? step.name() : after.collect(Collectors.joining("\n"));
            // a spelling is its own key and has no number, and what is new was shown to nobody yet
            if (step.kept() == null || step.kind() == Kind.PERSON) {
                journal.write(who, subject, deed, was, is, source);
            } else {
                revisions.write(who, step.kind(), step.kept().id(), subject, deed, was, is, source);
            }
        }

        private static String now(Field field) {
            return field.name() + ": " + field.after();
        }
    }
}
