package vigie.registry;

import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.registry.Difference.Change;
import vigie.registry.Difference.Field;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.ContactEntry;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.NgiEntry;
import vigie.registry.Picture.OrganisationEntry;
import vigie.registry.Picture.PersonEntry;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Picture.TypeEntry;
import vigie.registry.Picture.VoEntry;

/** Holds a picture against what the registry holds. Changes nothing. */
final class Comparison {
    final List<Step<NgiEntry>> ngis;
    final List<Step<SiteEntry>> sites;
    final List<Step<ServiceEntry>> services;
    final List<Step<ContactEntry>> contacts;
    final List<Step<DowntimeEntry>> downtimes;
    final List<Step<OrganisationEntry>> organisations;
    final List<Step<VoEntry>> vos;
    final List<Step<TypeEntry>> types;
    final List<Step<PersonEntry>> persons;

    private final List<Misfit> misfits = new ArrayList<>();
    private final Map<Kind, Integer> owned = new EnumMap<>(Kind.class);
    private final Picture picture;
    private final String source;
    private final Set<String> siteNames = new HashSet<>();
    private final Map<String, Set<Picture.HostAndType>> servicesOfSite = new HashMap<>();
    private final Map<String, CertificationStatus> statusOfSite = new HashMap<>();

    Comparison(String source, Present present, Picture picture) {
        this.source = source;
        this.picture = picture;
        this.ngis = match(Kind.NGI, picture.ngis(), present.ngis(), NgiEntry::key, NgiEntry::name);
        this.sites = match(Kind.SITE, picture.sites(), present.sites(), SiteEntry::key, SiteEntry::name);
        var renamed = sitesAfterwards(present.sites());
        this.services = match(
                Kind.SERVICE,
                atKnownSites(picture.services(), Kind.SERVICE, entry -> List.of(entry.site()), ServiceEntry::host),
                seen(present.services(), entry -> entry.at(renamed.apply(entry.site()))),
                ServiceEntry::key,
                entry -> entry.site() + " " + entry.host() + " " + entry.type());
        servicesAfterwards(present.services(), renamed);
        this.contacts = match(
                Kind.CONTACT,
                atKnownSites(picture.contacts(), Kind.CONTACT, entry -> List.of(entry.site()), ContactEntry::name),
                seen(present.contacts(), entry -> entry.at(renamed.apply(entry.site()))),
                entry -> "",
                entry -> entry.site() + " " + entry.role() + " " + entry.name());
        this.downtimes = match(
                Kind.DOWNTIME,
                withKnownServices(picture.downtimes()),
                seen(present.downtimes(), entry -> entry.at(renamed.apply(entry.site()))),
                DowntimeEntry::key,
                Comparison::nameOf,
                this::isSpokenOf);
        this.organisations = match(
                Kind.ORGANISATION,
                atKnownSites(
                        picture.organisations(), Kind.ORGANISATION, OrganisationEntry::sites, OrganisationEntry::name),
                shared(present.organisations()),
                entry -> "",
                OrganisationEntry::name,
                entry -> false);
        this.vos = match(
                Kind.VO,
                atKnownSites(picture.vos(), Kind.VO, VoEntry::sites, VoEntry::name),
                shared(present.vos()),
                entry -> "",
                VoEntry::name,
                entry -> false);
        this.types = match(
                Kind.TYPE, picture.types(), shared(present.types()), entry -> "", TypeEntry::name, entry -> false);
        this.persons = match(
                Kind.PERSON,
                picture.persons(),
                shared(present.persons()),
                entry -> "",
                PersonEntry::spelling,
                entry -> false);
    }

    Difference difference() {
        var changes = new ArrayList<Change>();
        for (var steps : List.of(ngis, sites, services, contacts, downtimes, organisations, vos, types, persons)) {
            steps.forEach(step -> changes.add(step.change()));
        }
        return new Difference(List.copyOf(changes), List.copyOf(misfits), Map.copyOf(owned));
    }

    static String nameOf(DowntimeEntry entry) {
        return entry.site() + " " + entry.during().start() + " "
                + entry.services().stream()
                        .sorted()
                        .map(Picture.HostAndType::toString)
                        .collect(Collectors.joining(", "))
                + (entry.key().isEmpty() ? "" : " #" + entry.key());
    }

    /** The fields in which two entries differ; who does not say the key does not change it. */
    static <E extends Record> List<Field> fields(E before, E after) {
        var fields = new ArrayList<Field>();
        for (var component : before.getClass().getRecordComponents()) {
            try {
                var was = component.getAccessor().invoke(before);
                var is = component.getAccessor().invoke(after);
                var unsaid = component.getName().equals("key") && "".equals(is);
                if (!Objects.equals(was, is) && !unsaid) {
                    fields.add(new Field(component.getName(), words(was), words(is)));
                }
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException("the accessors of entries are public and plain", impossible);
            }
        }
        return fields;
    }

    private static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> many -> many.stream().map(Comparison::words).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private <E extends Record> List<Step<E>> match(
            Kind kind,
            @Nullable List<E> entries,
            List<Kept<E>> present,
            Function<E, String> key,
            Function<E, String> name) {
        return match(kind, entries, present, key, name, entry -> true);
    }

    private <E extends Record> List<Step<E>> match(
            Kind kind,
            @Nullable List<E> entries,
            List<Kept<E>> present,
            Function<E, String> key,
            Function<E, String> name,
            Predicate<E> spokenOf) {
        var found = new Matching<>(kind, source, key, name, spokenOf)
                .match(entries, present, picture.complete(), picture.origins());
        misfits.addAll(found.misfits());
        owned.put(kind, found.owned());
        return found.steps();
    }

    /** Learns which sites there will be, and answers how a site that is there now will be called then. */
    private Function<String, String> sitesAfterwards(List<Kept<SiteEntry>> present) {
        var renamed = new HashMap<String, String>();
        for (var kept : present) {
            if (!kept.gone()) {
                statusOfSite.put(kept.entry().name(), kept.entry().status());
            }
        }
        for (var step : sites) {
            if (step.kept() != null && !step.kept().gone()) {
                statusOfSite.remove(step.kept().entry().name());
                if (step.entry() != null) {
                    renamed.put(step.kept().entry().name(), step.entry().name());
                }
            }
        }
        for (var step : sites) {
            if (step.entry() != null) {
                statusOfSite.put(step.entry().name(), step.entry().status());
            }
        }
        siteNames.addAll(statusOfSite.keySet());
        return name -> renamed.getOrDefault(name, name);
    }

    private void servicesAfterwards(List<Kept<ServiceEntry>> present, Function<String, String> renamed) {
        var moved = services.stream()
                .flatMap(step -> java.util.stream.Stream.ofNullable(step.kept()))
                .map(Kept::id)
                .collect(Collectors.toSet());
        present.stream()
                .filter(kept -> !kept.gone() && !moved.contains(kept.id()))
                .forEach(kept -> know(kept.entry().at(renamed.apply(kept.entry().site()))));
        services.stream()
                .flatMap(step -> java.util.stream.Stream.ofNullable(step.entry()))
                .forEach(this::know);
    }

    private void know(ServiceEntry service) {
        servicesOfSite
                .computeIfAbsent(service.site(), site -> new HashSet<>())
                .add(new Picture.HostAndType(service.host(), service.type()));
    }

    private static <E extends Record> List<Kept<E>> seen(List<Kept<E>> present, Function<E, E> as) {
        return present.stream()
                .map(kept -> new Kept<>(kept.id(), kept.source(), kept.gone(), as.apply(kept.entry())))
                .toList();
    }

    /** What nobody owns: every source may add to it and correct it, none takes it away. */
    private <E extends Record> List<Kept<E>> shared(List<Kept<E>> present) {
        return present.stream()
                .map(kept -> new Kept<>(kept.id(), source, false, kept.entry()))
                .toList();
    }

    private boolean isSpokenOf(DowntimeEntry entry) {
        Instant from = picture.downtimesFrom();
        return from == null || entry.during().end().isAfter(from);
    }

    private <E extends Record> @Nullable List<E> atKnownSites(
            @Nullable List<E> entries, Kind kind, Function<E, List<String>> sitesOf, Function<E, String> row) {
        if (entries == null) {
            return null;
        }
        var fitting = new ArrayList<E>();
        for (var entry : entries) {
            var unknown = sitesOf.apply(entry).stream()
                    .filter(site -> !siteNames.contains(site))
                    .findFirst();
            if (unknown.isEmpty()) {
                fitting.add(entry);
            } else {
                misfits.add(new Misfit(
                        picture.origins().of(entry),
                        kind + " " + row.apply(entry),
                        "site",
                        unknown.get(),
                        "registry.expected.site",
                        List.of()));
            }
        }
        return fitting;
    }

    /** A registry also tells of downtimes of sites that have closed, whose services it no longer names: passed over. */
    private @Nullable List<DowntimeEntry> withKnownServices(@Nullable List<DowntimeEntry> entries) {
        if (entries == null) {
            return null;
        }
        var fitting = new ArrayList<DowntimeEntry>();
        for (var entry : entries) {
            var known = servicesOfSite.getOrDefault(entry.site(), Set.of());
            var services =
                    entry.services().stream().filter(known::contains).sorted().toList();
            if (!services.isEmpty()) {
                fitting.add(picture.origins().at(picture.origins().of(entry), entry.of(services)));
            } else if (statusOfSite.getOrDefault(entry.site(), CertificationStatus.CANDIDATE)
                    != CertificationStatus.CLOSED) {
                misfits.add(new Misfit(
                        picture.origins().of(entry),
                        Kind.DOWNTIME + " " + entry.key(),
                        "services",
                        entry.services().toString(),
                        "registry.expected.services",
                        List.of(entry.site())));
            }
        }
        return fitting;
    }
}
