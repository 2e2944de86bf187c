package vigie.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * site, a start lies at most 48 h back, and what starts in more than 24 h is scheduled. Others plan by what they have
 * read: once a scheduled downtime is 24 h near, or any has begun, its start stands and its end may only come nearer.
 * Only what is scheduled and still further away may become longer (MAN02).
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

    /** What somebody says of a downtime. */
    record Said(Set<Long> services, Downtime.Severity severity, Instant start, Instant end, String description) {}

    /**
     * Announces one.
     *
     * @param key what it was sent under: the same key announces once; empty for none
     */
    @Transactional
    long announce(Actor who, Site site, Said wish, String key) {
        who.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, site.id().value());
        var now = clock.instant();
        var start = wish.start();
        var end = wish.end();
        mustBeWhole(wish);
        if (start.isBefore(now.minus(rules.back()))) {
            throw Refusal.unreadable("start", "registry.too-far-back", start, rules.back());
        }
        var said = wish.description().strip();
        if (key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            throw Refusal.unreadable("key", "people.key-length", key.length(), LONGEST_KEY);
        }
        edition.lock();
        var known = table.announced(key);
        if (known.isPresent()) {
            return known.get();
        }
        var affected = affected(site.id(), site.name(), wish);
        var entry = new DowntimeEntry(
                key,
                site.name(),
                List.of(),
                wish.severity(),
                rules.isScheduled(now, start),
                said,
                new Interval(start, end),
                now);
        var id = table.add(site.id(), affected, entry, "");
        journal.write(
                who,
                "site:" + site.id(),
                "registry.deed.downtime-added",
                "",
                wish.severity() + " " + start + " " + end,
                said);
        events.publishEvent(new DowntimeAnnounced(id));
        edition.raise();
        return id;
    }

    /** Changes one that is not over; what has been read by others is not made longer. */
    @Transactional
    void change(Actor who, Downtime before, Said wish) {
        who.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, before.site().value());
        var now = clock.instant();
        mustBeOpen(before, now);
        mustBeWhole(wish);
        var was = before.during();
        var start = isSameMinute(wish.start(), was.start()) ? was.start() : wish.start();
        var end = isSameMinute(wish.end(), was.end()) ? was.end() : wish.end();
        var stands = !was.start().isAfter(now) || (before.scheduled() && !rules.isScheduled(now, was.start()));
        if (stands && !start.equals(was.start())) {
            throw Refusal.unreadable("start", "registry.start-stands", was.start());
        }
        if (!stands && start.isBefore(now)) {
            throw Refusal.unreadable("start", "registry.begins-past", start, now);
        }
        if ((stands || !before.scheduled()) && end.isAfter(was.end())) {
            throw Refusal.unreadable("end", "registry.not-longer", was.end());
        }
        if (!end.isAfter(now)) {
            throw Refusal.unreadable("end", "registry.ends-past", end, now);
        }
        edition.lock();
        var name = federation.site(before.site()).map(Site::name).orElse("");
        var entry = new DowntimeEntry(
                "",
                name,
                List.of(),
                wish.severity(),
                stands ? before.scheduled() : rules.isScheduled(now, start),
                wish.description().strip(),
                new Interval(start, end),
                before.announced());
        table.set(before.id(), before.site(), affected(before.site(), name, wish), entry, "");
        journal.write(
                who,
                "site:" + before.site(),
                "registry.deed.downtime-changed",
                before.severity() + " " + was.start() + " " + was.end() + " " + before.services(),
                wish.severity() + " " + start + " " + end + " " + wish.services(),
                entry.description());
        edition.raise();
    }

    /** Ends a running downtime now; one that has not begun is withdrawn. */
    @Transactional
    void end(Actor who, Downtime downtime) {
        who.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, downtime.site().value());
        var now = clock.instant();
        mustBeOpen(downtime, now);
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

    /** The source that owns a downtime; empty where it was announced here. */
    String owner(Downtime downtime) {
        return table.owner(downtime.id());
    }

    private void mustBeOpen(Downtime downtime, Instant now) {
        var owner = table.owner(downtime.id());
        if (!owner.isEmpty()) {
            throw Refusal.conflict("registry.owned", downtime.description(), owner);
        }
        if (!now.isBefore(downtime.during().end()) || table.isGone(downtime.id())) {
            throw Refusal.conflict("registry.over", downtime.during().end());
        }
    }

    private static void mustBeWhole(Said wish) {
        if (wish.services().isEmpty()) {
            throw Refusal.unreadable("services", "registry.no-service");
        }
        Years.within("start", wish.start());
        Years.within("end", wish.end());
        if (!wish.start().isBefore(wish.end())) {
            throw Refusal.unreadable("end", "registry.end-first", wish.end(), wish.start());
        }
        var said = wish.description().strip();
        if (said.isEmpty() || said.length() > LONGEST || said.indexOf('\0') >= 0) {
            throw Refusal.unreadable("description", "registry.describe", LONGEST);
        }
    }

    /** Forms know minutes only. */
    private static boolean isSameMinute(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.MINUTES).equals(other.truncatedTo(ChronoUnit.MINUTES));
    }

    private List<ServiceId> affected(SiteId site, String name, Said wish) {
        var there = federation.services(site).stream().map(Service::id).collect(Collectors.toSet());
        return wish.services().stream()
                .map(ServiceId::new)
                .map(id -> {
                    if (!there.contains(id)) {
                        throw Refusal.unreadable("services", "registry.unknown-service", id, name);
                    }
                    return id;
                })
                .toList();
    }
}
