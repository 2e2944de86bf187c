package vigie.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.monitor.MetricKey;
import vigie.monitor.MetricState;
import vigie.monitor.Statuses;
import vigie.registry.CertificationStatus;
import vigie.registry.Federation;
import vigie.registry.Service;
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

    /** The open ones of a site, the oldest first. */
    public List<Alarm> open(SiteId site) {
        return alarms.open(site);
    }

    /** Looks at a check as it is believed now, whatever the news was, and raises, clears, or leaves alone. */
    @Transactional
    public void look(MetricKey key, Instant now) {
        var state = statuses.of(key);
        if (state.isEmpty()) {
            return;
        }
        var service = federation.service(key.service());
        var hard = state.get().state().hard();
        if (hard.isUp() || service.isEmpty() || !isWatched(service.get())) {
            heldBack.forget(key);
            alarms.clear(key, now).ifPresent(id -> news.publishEvent(new AlarmCleared(id)));
            return;
        }
        if (!hard.raisesAlarm()) {
            // no news, or news that says nothing, neither raises an alarm nor is a reason to clear one
            return;
        }
        var end = endOfOutage(service.get(), now);
        if (end.isPresent()) {
            heldBack.until(key, end.get());
            return;
        }
        heldBack.forget(key);
        raise(service.get(), key, state.get());
    }

    private void raise(Service service, MetricKey key, MetricState state) {
        alarms.raise(service.site(), key, state.state().since(), state.summary())
                .ifPresent(id -> news.publishEvent(new AlarmRaised(id)));
    }

    private boolean isWatched(Service service) {
        return service.monitored()
                && service.production()
                && federation
                        .site(service.site())
                        .filter(site -> site.status() == CertificationStatus.CERTIFIED)
                        .isPresent();
    }

    private Optional<Instant> endOfOutage(Service service, Instant now) {
        if (!federation.inDowntime(service.id(), now)) {
            return Optional.empty();
        }
        return federation.downtimes(new Interval(now, now.plus(Duration.ofSeconds(1)))).stream()
                .filter(downtime -> downtime.services().contains(service.id()))
                .map(downtime -> downtime.during().end())
                .max(Instant::compareTo);
    }
}
