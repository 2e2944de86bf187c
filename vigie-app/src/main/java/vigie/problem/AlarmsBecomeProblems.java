package vigie.problem;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.alarm.Alarm;
import vigie.alarm.Alarms;
import vigie.alarm.AlarmsCleared;
import vigie.alarm.AlarmsRaised;
import vigie.cause.Neighbours;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.SiteId;

/** An alarm joins the open problem of its cause, or opens one; when the last is good again, the problem recovers. */
@Component
class AlarmsBecomeProblems {
    private final Alarms alarms;
    private final Federation federation;
    private final ProblemTable problems;
    private final MemberTable members;
    private final Placing placing;
    private final KnownAlarms known;
    private final Watches watches;
    private final Problems house;
    private final ApplicationEventPublisher news;

    @SuppressWarnings("TooManyParameters")
    AlarmsBecomeProblems(
            Alarms alarms,
            Federation federation,
            ProblemTable problems,
            MemberTable members,
            Placing placing,
            KnownAlarms known,
            Watches watches,
            Problems house,
            ApplicationEventPublisher news) {
        this.alarms = alarms;
        this.federation = federation;
        this.problems = problems;
        this.members = members;
        this.placing = placing;
        this.known = known;
        this.watches = watches;
        this.house = house;
        this.news = news;
    }

    @ApplicationModuleListener
    void on(AlarmsRaised raised) {
        var site = new SiteId(raised.site());
        problems.lock(site);
        // asked under the lock: an alarm may have been cleared, or found its problem, while we waited for our turn
        place(site, alarms.all(raised.alarms()));
    }

    /** Other checks count from now on: what was raised before, and is open, is looked at again. */
    @ApplicationModuleListener
    void on(WatchChanged changed) {
        for (var number : changed.sites()) {
            var site = new SiteId(number);
            problems.lock(site);
            place(site, alarms.open(site));
        }
    }

    @ApplicationModuleListener
    void on(AlarmsCleared cleared) {
        problems.lock(new SiteId(cleared.site()));
        house.shut(cleared.alarms());
    }

    private void place(SiteId site, List<Alarm> some) {
        if (some.isEmpty()) {
            return;
        }
        var placed = members.of(some.stream().map(Alarm::id).toList());
        var fresh = watches.let(
                site,
                some.stream()
                        .filter(alarm -> alarm.isOpen() && !placed.contains(alarm.id()))
                        .toList());
        if (!fresh.isEmpty()) {
            var ground = placing.ground(site, neighbours(site));
            var open = placing.known(site);
            for (var alarm : fresh) {
                open = placing.put(alarm, open, ground);
            }
            news.publishEvent(new ProblemsGrew(site.value()));
        }
    }

    private Neighbours neighbours(SiteId site) {
        var open = alarms.open(site).stream().map(known::of).toList();
        var hosts = federation.services(site).stream()
                .filter(Service::monitored)
                .map(Service::host)
                .distinct()
                .count();
        return new Neighbours(open, (int) hosts);
    }
}
