package vigie.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Difference.Kind;
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
    private final Revisions revisions;
    private final ByHand hand;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Rules rules;

    Announcements(
            Federation federation,
            DowntimeTable table,
            Edition edition,
            Journal journal,
            Revisions revisions,
            ByHand hand,
            ApplicationEventPublisher events,
            Clock clock,
            Rules rules) {
        this.federation = federation;
        this.table = table;
        this.edition = edition;
        this.journal = journal;
        this.revisions = revisions;
        this.hand = hand;
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

    /** What somebody says of a downtime; public for the journal, which tells its fields apart. */
    public record Said(Set<Long> services, Downtime.Severity severity, Instant start, Instant end, String description) {
        static Said of(Downtime downtime) {
            return new Said(
                    downtime.services().stream().map(ServiceId::value).collect(Collectors.toUnmodifiableSet()),
                    downtime.severity(),
                    downtime.during().start(),
                    downtime.during().end(),
                    downtime.description());
        }

        /** The same where forms, which know minutes only, say the minute that is there. */
        Said within(Interval was) {
            return new Said(
                    services,
                    severity,
                    isSameMinute(start, was.start()) ? was.start() : start,
                    isSameMinute(end, was.end()) ? was.end() : end,
                    description.strip());
        }
    }

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

    /**
     * Changes one that is not over; what has been read by others is not made longer.
     *
     * @param change makes what is wished of what is there, while nobody else changes it
     */
    @Transactional
    void change(Actor who, long id, UnaryOperator<Said> change, Shown shown) {
        edition.lock();
        var before = federation.downtime(id).orElseThrow();
        who.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, before.site().value());
        var now = clock.instant();
        var name = siteOf(before);
        var wish = change.apply(Said.of(before));
        mustBeWhole(wish);
        var wanted = wish.within(before.during());
        if (wanted.equals(Said.of(before))) {
            return;
        }
        revisions.mustBeLatest(Kind.DOWNTIME, id, name, shown);
        mustBeOpen(before, now);
        var stands = mustKeepWhatOthersRead(before, wanted, now);
        var entry = new DowntimeEntry(
                "",
                name,
                List.of(),
                wanted.severity(),
                stands ? before.scheduled() : rules.isScheduled(now, wanted.start()),
                wanted.description(),
                new Interval(wanted.start(), wanted.end()),
                before.announced());
        table.set(id, before.site(), affected(before.site(), name, wanted), entry, "");
        hand.changed(who, thing(before, name), Said.of(before), wanted, wanted.description());
    }

    /** Answers whether the start stands. */
    private boolean mustKeepWhatOthersRead(Downtime before, Said wish, Instant now) {
        var was = before.during();
        var stands = !was.start().isAfter(now) || (before.scheduled() && !rules.isScheduled(now, was.start()));
        if (stands && !wish.start().equals(was.start())) {
            throw Refusal.unreadable("start", "registry.start-stands", was.start());
        }
        if (!stands && wish.start().isBefore(now)) {
            throw Refusal.unreadable("start", "registry.begins-past", wish.start(), now);
        }
        if ((stands || !before.scheduled()) && wish.end().isAfter(was.end())) {
            throw Refusal.unreadable("end", "registry.not-longer", was.end());
        }
        if (!wish.end().isAfter(now)) {
            throw Refusal.unreadable("end", "registry.ends-past", wish.end(), now);
        }
        return stands;
    }

    /** Ends a running downtime now; one that has not begun is withdrawn. */
    @Transactional
    void end(Actor who, long id, Shown shown) {
        edition.lock();
        var downtime = federation.downtime(id).orElseThrow();
        who.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, downtime.site().value());
        var now = clock.instant();
        mustBeOpen(downtime, now);
        revisions.mustBeLatest(Kind.DOWNTIME, id, siteOf(downtime), shown);
        if (now.isAfter(downtime.during().start())) {
            table.end(id, now);
        } else {
            table.remove(id, now);
        }
        revisions.write(
                who,
                Kind.DOWNTIME,
                id,
                "site:" + downtime.site(),
                "registry.deed.downtime-ended",
                downtime.during().end().toString(),
                now.toString(),
                downtime.description());
        edition.raise();
    }

    private String siteOf(Downtime downtime) {
        return federation.site(downtime.site()).map(Site::name).orElse("");
    }

    private static ByHand.Thing thing(Downtime downtime, String site) {
        return new ByHand.Thing("site:" + downtime.site(), Kind.DOWNTIME, downtime.id(), site);
    }

    /** The version of a downtime; to be asked before the downtime itself. */
    long version(long id) {
        return revisions.latest(Kind.DOWNTIME, id);
    }

    /** What was changed in a downtime since a version. */
    List<Revision> since(long id, String version) {
        return revisions.since(Kind.DOWNTIME, id, version);
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
