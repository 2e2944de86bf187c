package vigie.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.monitor.Pace;
import vigie.registry.CertificationStatus;
import vigie.registry.Federation;
import vigie.registry.Service;

/**
 * Which check of which service is to run when. Made anew when the registry or the profiles change; a check that is new
 * gets its place by its number, so that not all run at once.
 */
@Component
class Plan {
    private final Federation federation;
    private final ProfileTable profiles;
    private final DueTable due;
    private final Clock clock;
    private Map<DueTable.Key, Planned> planned = Map.of();
    private long edition = -1;
    private @Nullable List<Profile> known;
    private Map<Pace.Of, Pace> paces = Map.of();

    Plan(Federation federation, ProfileTable profiles, DueTable due, Clock clock) {
        this.federation = federation;
        this.profiles = profiles;
        this.due = due;
        this.clock = clock;
    }

    private static final class Planned {
        final Check check;
        Instant next;
        boolean running;
        Instant last = Instant.MIN;
        Instant lastButOne = Instant.MIN;

        Planned(Check check, Instant next) {
            this.check = check;
            this.next = next;
        }

        boolean mayRun(Optional<Instant> left) {
            return !running && left.filter(lastButOne::isAfter).isEmpty();
        }

        void ran(Instant now) {
            running = false;
            lastButOne = last;
            last = now;
        }

        void follow(Planned before) {
            running = before.running;
            last = before.last;
            lastButOne = before.lastButOne;
        }
    }

    /** The profiles have changed. */
    synchronized void forgetProfiles() {
        known = null;
    }

    /**
     * The earliest moment at which one falls due; those that run just now aside, and those that have said twice what
     * they have to say since the hand on the clock {@code left}: while it moves no machine changes, and two results
     * tell an outage as well as a recovery. They run when the hand has arrived.
     */
    synchronized Optional<Instant> nextDue(Optional<Instant> left) {
        return look().values().stream()
                .filter(one -> one.mayRun(left))
                .map(one -> one.next)
                .min(Comparator.naturalOrder());
    }

    /** Whether a check has fallen due, or runs, and has not told yet. */
    synchronized boolean isDue(DueTable.Key key, Instant now) {
        var one = look().get(key);
        return one != null && (one.running || !one.next.isAfter(now));
    }

    /** Those that have fallen due; they count as running until {@link #ran}. */
    synchronized List<Check> take(Instant now, Optional<Instant> left) {
        var taken = new ArrayList<Check>();
        for (var one : look().values()) {
            if (one.mayRun(left) && !one.next.isAfter(now)) {
                one.running = true;
                taken.add(one.check);
            }
        }
        return taken;
    }

    /** It has run, and is due again a while after now. */
    void ran(Check check, Instant now, Duration again) {
        var next = now.plus(again);
        synchronized (this) {
            var one = planned.get(check.key());
            if (one != null) {
                one.ran(now);
                one.next = next;
            }
        }
        due.keep(Map.of(check.key(), next));
    }

    /** It could not be run to its end, and stays due. */
    synchronized void stopped(Check check) {
        var one = planned.get(check.key());
        if (one != null) {
            one.running = false;
        }
    }

    /** The checks of a service and when each is due, also of those that are not run by themselves. */
    synchronized Map<Check, Optional<Instant>> of(Service service) {
        var plan = look();
        var all = new LinkedHashMap<Check, Optional<Instant>>();
        for (var profile : profiles()) {
            if (profile.type().equals(service.type()) && !profile.isPassive()) {
                var check = new Check(service, profile);
                all.put(check, Optional.ofNullable(plan.get(check.key())).map(one -> one.next));
            }
        }
        return all;
    }

    /** At what pace results of each metric are to be expected. */
    synchronized Map<Pace.Of, Pace> paces() {
        profiles();
        return paces;
    }

    private List<Profile> profiles() {
        var now = known;
        if (now == null) {
            now = profiles.all();
            known = now;
            paces = now.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            profile -> new Pace.Of(profile.type(), profile.metric()), ProfilesSetThePace::of));
            edition = -1;
        }
        return now;
    }

    private Map<DueTable.Key, Planned> look() {
        var profiles = profiles();
        var current = federation.edition();
        if (current != edition) {
            planned = made(profiles);
            edition = current;
        }
        return planned;
    }

    private Map<DueTable.Key, Planned> made(List<Profile> profiles) {
        var kept = due.all();
        var closed = federation.sites().stream()
                .filter(site -> site.status() == CertificationStatus.CLOSED)
                .map(site -> site.id())
                .toList();
        var fresh = new LinkedHashMap<DueTable.Key, Planned>();
        var byType = new HashMap<String, List<Profile>>();
        profiles.stream()
                .filter(profile -> profile.running() && !profile.isPassive())
                .forEach(profile -> byType.computeIfAbsent(profile.type(), type -> new ArrayList<>())
                        .add(profile));
        for (var service : federation.services()) {
            if (service.monitored() && !closed.contains(service.site())) {
                for (var profile : byType.getOrDefault(service.type(), List.of())) {
                    var check = new Check(service, profile);
                    var one = new Planned(check, kept.getOrDefault(check.key(), first(check)));
                    var before = planned.get(check.key());
                    if (before != null) {
                        one.follow(before);
                    }
                    fresh.put(check.key(), one);
                }
            }
        }
        return fresh;
    }

    private Instant first(Check check) {
        var every = Math.min(check.profile().every().toSeconds(), 300);
        return clock.instant().plusSeconds(Math.floorMod(check.key().hashCode(), every));
    }
}
