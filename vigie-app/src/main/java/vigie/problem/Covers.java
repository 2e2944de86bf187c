package vigie.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigie.alarm.Alarm;
import vigie.registry.Downtime;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;
import vigie.time.Interval;

/** What covers alarms at one moment: announced outages and silences, each with its end; and at which sites at all. */
record Covers(Map<ServiceId, Instant> outages, List<Silence> silences, Set<SiteId> sites) {

    /** The stretch of one moment, for those who are asked what happens during a stretch. */
    static Interval moment(Instant now) {
        return new Interval(now, now.plus(Duration.ofSeconds(1)));
    }

    static Covers of(Instant now, List<Downtime> downtimes, List<Silence> silences) {
        var outages = new HashMap<ServiceId, Instant>();
        var sites = new HashSet<SiteId>();
        for (var downtime : downtimes) {
            if (downtime.severity() == Downtime.Severity.OUTAGE
                    && downtime.during().contains(now)) {
                sites.add(downtime.site());
                for (var service : downtime.services()) {
                    outages.merge(service, downtime.during().end(), Covers::later);
                }
            }
        }
        silences.forEach(silence -> sites.add(silence.site()));
        return new Covers(outages, silences, sites);
    }

    Covers withoutOutages() {
        return new Covers(Map.of(), silences, sites);
    }

    /** Until when one at least of these alarms is covered no longer; empty where one is not covered, or there is none. */
    Optional<Instant> until(List<Alarm> open) {
        var earliest = Optional.<Instant>empty();
        for (var alarm : open) {
            var end = until(alarm);
            if (end.isEmpty()) {
                return Optional.empty();
            }
            earliest = Optional.of(
                    earliest.filter(known -> known.isBefore(end.get())).orElse(end.get()));
        }
        return earliest;
    }

    private Optional<Instant> until(Alarm alarm) {
        var silenced = silences.stream()
                .filter(silence -> silence.covers(alarm.site(), alarm.service(), alarm.metric()))
                .map(Silence::ends)
                .reduce(Covers::later);
        var outage = Optional.ofNullable(outages.get(alarm.service()));
        return silenced.isPresent() && outage.isPresent()
                ? Optional.of(later(silenced.get(), outage.get()))
                : silenced.or(() -> outage);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
