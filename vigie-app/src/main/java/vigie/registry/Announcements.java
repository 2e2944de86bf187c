package vigie.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Picture.DowntimeEntry;
import vigie.time.Interval;
import vigie.words.Refusal;
import vigie.words.Years;

/**
 * Downtimes announced by hand. The rules are those of GOCDB, with numbers that may be set: all services are of one
 * site, a start lies at most 48 h back, and what starts in more than 24 h is scheduled.
 */
@Component
class Announcements {
    private static final int LONGEST = 4000;
    private static final int LONGEST_KEY = 300;
    private final Federation federation;
    private final DowntimeTable table;
    private final Edition edition;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Rules rules;

    Announcements(
            Federation federation,
            DowntimeTable table,
            Edition edition,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock,
            Rules rules) {
        this.federation = federation;
        this.table = table;
        this.edition = edition;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * What the one who runs Vigie may set.
     *
     * @param back how long ago a downtime may have begun when it is announced
     * @param scheduledAhead what starts later than this is scheduled
     */
    @Component
    record Rules(
            @Value("${vigie.downtime.back:PT48H}") Duration back,

            @Value("${vigie.downtime.scheduled-ahead:PT24H}")
            Duration scheduledAhead) {
        boolean isScheduled(Instant announced, Instant start) {
            return start.isAfter(announced.plus(scheduledAhead));
        }
    }

    /**
     * Announces one.
     *
     * @param key what it was sent under: the same key announces once; empty for none
     */
    @Transactional
    long announce(
            Actor who,
            Site site,
            Set<Long> services,
            Downtime.Severity severity,
            Instant start,
            Instant end,
            String description,
            String key) {
        who.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, site.id().value());
        var now = clock.instant();
        if (services.isEmpty()) {
            throw Refusal.unreadable("services", "registry.no-service");
        }
        Years.within("start", start);
        Years.within("end", end);
        if (!start.isBefore(end)) {
            throw Refusal.unreadable("end", "registry.end-first", end, start);
        }
        if (start.isBefore(now.minus(rules.back()))) {
            throw Refusal.unreadable("start", "registry.too-far-back", start, rules.back());
        }
        var said = description.strip();
        if (said.isEmpty() || said.length() > LONGEST || said.indexOf('\0') >= 0) {
            throw Refusal.unreadable("description", "registry.describe", LONGEST);
        }
        if (key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            throw Refusal.unreadable("key", "people.key-length", key.length(), LONGEST_KEY);
        }
        edition.lock();
        var known = table.announced(key);
        if (known.isPresent()) {
            return known.get();
        }
        var affected = services.stream().map(id -> service(site, id)).toList();
        var entry = new DowntimeEntry(
                key,
                site.name(),
                List.of(),
                severity,
                rules.isScheduled(now, start),
                said,
                new Interval(start, end),
                now);
        var id = table.add(site.id(), affected, entry, "");
        journal.write(
                who, "site:" + site.id(), "registry.deed.downtime-added", "", severity + " " + start + " " + end, said);
        events.publishEvent(new DowntimeAnnounced(id));
        edition.raise();
        return id;
    }

    /** Ends a running downtime now; one that has not begun is withdrawn. */
    @Transactional
    void end(Actor who, Downtime downtime) {
        who.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, downtime.site().value());
        var now = clock.instant();
        var owner = table.owner(downtime.id());
        if (!owner.isEmpty()) {
            throw Refusal.conflict("registry.owned", downtime.description(), owner);
        }
        if (!now.isBefore(downtime.during().end())) {
            throw Refusal.conflict("registry.over", downtime.during().end());
        }
        edition.lock();
        if (now.isAfter(downtime.during().start())) {
            table.end(downtime.id(), now);
        } else {
            table.remove(downtime.id(), now);
        }
        journal.write(
                who,
                "site:" + downtime.site(),
                "registry.deed.downtime-ended",
                downtime.during().end().toString(),
                now.toString(),
                downtime.description());
        edition.raise();
    }

    private ServiceId service(Site site, long id) {
        return federation.services(site.id()).stream()
                .map(Service::id)
                .filter(service -> service.value() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable("services", "registry.unknown-service", id, site.name()));
    }
}
