package vigie.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vigie.registry.Misfit;
import vigie.registry.Origins;
import vigie.registry.Picture;
import vigie.registry.Picture.ContactEntry;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.NgiEntry;
import vigie.registry.Picture.OrganisationEntry;
import vigie.registry.Picture.PersonEntry;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Picture.TypeEntry;
import vigie.registry.Picture.VoEntry;

/** A picture while it is being read. A kind stays null until the source is known to speak of it. */
final class Draft {
    private final Origins origins = new Origins();
    private final List<Misfit> misfits = new ArrayList<>();
    private final Map<String, DowntimeEntry> downtimesByKey = new LinkedHashMap<>();
    private @Nullable List<NgiEntry> ngis;
    private @Nullable List<SiteEntry> sites;
    private @Nullable List<ServiceEntry> services;
    private @Nullable List<ContactEntry> contacts;
    private @Nullable List<OrganisationEntry> organisations;
    private @Nullable List<VoEntry> vos;
    private @Nullable List<TypeEntry> types;
    private @Nullable List<PersonEntry> persons;
    private boolean speaksOfDowntimes;

    /** Reads one row; one that is refused is kept as a misfit, and the others go on. */
    void row(Row row, Reading reading) {
        try {
            reading.read(row);
        } catch (RowRefused refused) {
            misfits.add(new Misfit(
                    row.place(),
                    row.about(),
                    refused.field(),
                    refused.value(),
                    refused.expected(),
                    refused.arguments()));
        }
    }

    /** How one row becomes an entry. */
    interface Reading {
        void read(Row row);
    }

    void misfit(Misfit misfit) {
        misfits.add(misfit);
    }

    void speaksOf(List<Class<? extends Record>> kinds) {
        for (var kind : kinds) {
            if (kind == NgiEntry.class) {
                ngis = ngis == null ? new ArrayList<>() : ngis;
            } else if (kind == SiteEntry.class) {
                sites = sites == null ? new ArrayList<>() : sites;
            } else if (kind == ServiceEntry.class) {
                services = services == null ? new ArrayList<>() : services;
            } else if (kind == ContactEntry.class) {
                contacts = contacts == null ? new ArrayList<>() : contacts;
            } else if (kind == DowntimeEntry.class) {
                speaksOfDowntimes = true;
            }
        }
    }

    void add(Row row, NgiEntry entry) {
        ngis = with(ngis, row, entry);
    }

    void add(Row row, SiteEntry entry) {
        sites = with(sites, row, entry);
    }

    void add(Row row, ServiceEntry entry) {
        services = with(services, row, entry);
    }

    void add(Row row, ContactEntry entry) {
        contacts = with(contacts, row, entry);
    }

    void add(Row row, OrganisationEntry entry) {
        organisations = with(organisations, row, entry);
    }

    void add(Row row, VoEntry entry) {
        vos = with(vos, row, entry);
    }

    void add(Row row, TypeEntry entry) {
        types = with(types, row, entry);
    }

    void add(Row row, PersonEntry entry) {
        persons = with(persons, row, entry);
    }

    /** A downtime may come in several rows, one for each service: those of one key and site are one. */
    void add(Row row, DowntimeEntry entry) {
        speaksOfDowntimes = true;
        var key = entry.key().isEmpty() ? "row " + downtimesByKey.size() : entry.key();
        var earlier = downtimesByKey.get(key);
        if (earlier == null) {
            downtimesByKey.put(key, origins.at(row.place(), entry));
            return;
        }
        if (!earlier.site().equals(entry.site())) {
            throw new RowRefused("site", entry.site(), "source.expected.one-site", earlier.site());
        }
        var services = new TreeSet<>(earlier.services());
        services.addAll(entry.services());
        downtimesByKey.put(
                key,
                origins.at(
                        row.place(),
                        new DowntimeEntry(
                                earlier.key(),
                                earlier.site(),
                                List.copyOf(services),
                                earlier.severity(),
                                earlier.scheduled(),
                                earlier.description(),
                                earlier.during(),
                                earlier.announced())));
    }

    List<Misfit> misfits() {
        return misfits;
    }

    boolean isEmpty() {
        return ngis == null
                && sites == null
                && services == null
                && contacts == null
                && organisations == null
                && vos == null
                && types == null
                && persons == null
                && !speaksOfDowntimes
                && misfits.isEmpty();
    }

    Picture picture(boolean complete, @Nullable Instant downtimesFrom) {
        return new Picture(
                complete,
                ngis,
                sites,
                services,
                contacts,
                speaksOfDowntimes ? List.copyOf(downtimesByKey.values()) : null,
                downtimesFrom,
                organisations,
                vos,
                types,
                persons,
                origins);
    }

    private <E extends Record> List<E> with(@Nullable List<E> entries, Row row, E entry) {
        List<E> grown = entries == null ? new ArrayList<>() : entries;
        grown.add(origins.at(row.place(), entry));
        return grown;
    }
}
