package vigie.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.monitor.MetricKey;
import vigie.monitor.MetricState;
import vigie.monitor.Statuses;
import vigie.registry.CertificationStatus;
import vigie.registry.Downtime;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;
import vigie.time.Interval;

/**
 * The alarms of the house. A bad check of a monitored service of a certified site raises one; an announced outage holds
 * it back until the outage ends.
 */
@Component
public class Alarms {
    private final AlarmTable alarms;
    private final HeldBackTable heldBack;
    private final Statuses statuses;
    private final Federation federation;
    private final ApplicationEventPublisher news;

    Alarms(
            AlarmTable alarms,
            HeldBackTable heldBack,
            Statuses statuses,
            Federation federation,
            ApplicationEventPublisher news) {
        this.alarms = alarms;
        this.heldBack = heldBack;
        this.statuses = statuses;
        this.federation = federation;
        this.news = news;
    }

    /** The alarm of a number, open or not. */
    public Optional<Alarm> alarm(long id) {
        return alarms.find(id);
    }

    /** Those of these numbers, the oldest first. */
    public List<Alarm> all(List<Long> ids) {
        return alarms.all(ids);
    }

    /** All that are open, the oldest first. */
    public List<Alarm> open() {
        return alarms.open();
    }

    /** The oldest that are open after so many others, at most so many. */
    List<Alarm> open(int after, int most) {
        return alarms.open(after, most);
    }

    /** How many are open. */
    int countOpen() {
        return alarms.countOpen();
    }

    /** The open ones of a site, the oldest first. */
    public List<Alarm> open(SiteId site) {
        return alarms.open(site);
    }

    /**
     * Looks at all that is open, at what an outage holds back, since one that ended early holds nothing back any more,
     * and at what was bad while nobody watched it: that counts from the moment on at which somebody does.
     */
    @Transactional
    public void lookAgain(Instant now) {
        var keys = new LinkedHashSet<>(alarms.open().stream().map(Alarm::key).toList());
        keys.addAll(heldBack.all());
        look(keys, now);
        look(statuses.bad().stream().filter(key -> !keys.contains(key)).toList(), now, now);
    }

    /**
     * Looks at checks as they are believed now, whatever the news was, and raises, clears, or leaves alone. One that
     * swings to and fro keeps the alarm that it has until that is over.
     */
    @Transactional
    public void look(Collection<MetricKey> keys, Instant now) {
        look(keys, now, Instant.EPOCH);
    }

    private void look(Collection<MetricKey> keys, Instant now, Instant watchedFrom) {
        if (keys.isEmpty()) {
            return;
        }
        alarms.takeTurn();
        var services = federation.services(
                keys.stream().map(MetricKey::service).distinct().toList());
        var watched = watched(services.values());
        var outages = outages(now);
        var over = new ArrayList<MetricKey>();
        var bad = new LinkedHashMap<SiteId, List<MetricState>>();
        var states = new ArrayList<MetricState>();
        for (var key : new LinkedHashSet<>(keys)) {
            var state = statuses.of(key).orElse(null);
            if (state == null) {
                continue;
            }
            states.add(state);
            var service = services.get(key.service());
            var hard = state.state().hard();
            if (service == null || !watched.contains(service.id())) {
                over.add(key);
            } else if (hard.isUp()) {
                if (!state.flapping().isOn()) {
                    over.add(key);
                }
            } else if (hard.raisesAlarm()) {
                // no news, or news that says nothing, neither raises an alarm nor is a reason to clear one
                var end = outages.get(service.id());
                if (end == null) {
                    bad.computeIfAbsent(service.site(), site -> new ArrayList<>())
                            .add(state);
                } else {
                    heldBack.until(key, end);
                }
            }
        }
        clear(over, now);
        raise(bad, watchedFrom);
        alarms.mark(states);
    }

    private void clear(List<MetricKey> over, Instant now) {
        heldBack.forget(over);
        alarms.clear(over, now).forEach((site, ids) -> news.publishEvent(new AlarmsCleared(site, ids)));
    }

    private void raise(Map<SiteId, List<MetricState>> bad, Instant watchedFrom) {
        bad.forEach((site, states) -> {
            heldBack.forget(states.stream().map(MetricState::key).toList());
            var raised = alarms.raise(site, states, watchedFrom);
            if (!raised.isEmpty()) {
                news.publishEvent(new AlarmsRaised(site.value(), raised));
            }
        });
    }

    /** Those of certified sites that are monitored and in production. */
    private Set<ServiceId> watched(Collection<Service> services) {
        var certified = new HashMap<SiteId, Boolean>();
        return services.stream()
                .filter(service -> service.monitored()
                        && service.production()
                        && certified.computeIfAbsent(service.site(), this::isCertified))
                .map(Service::id)
                .collect(Collectors.toSet());
    }

    private boolean isCertified(SiteId id) {
        return federation
                .site(id)
                .filter(site -> site.status() == CertificationStatus.CERTIFIED)
                .isPresent();
    }

    /** Until when an announced outage covers which services. */
    private Map<ServiceId, Instant> outages(Instant now) {
        var ends = new HashMap<ServiceId, Instant>();
        for (var downtime : federation.downtimes(new Interval(now, now.plus(Duration.ofSeconds(1))))) {
            if (downtime.severity() == Downtime.Severity.OUTAGE
                    && downtime.during().contains(now)) {
                var end = downtime.during().end();
                downtime.services()
                        .forEach(service -> ends.merge(service, end, (one, two) -> one.isAfter(two) ? one : two));
            }
        }
        return ends;
    }
}
