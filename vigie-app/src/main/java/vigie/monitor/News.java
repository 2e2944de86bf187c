package vigie.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vigie.registry.Service;
import vigie.status.Status;

/** What is new in one transaction: the changes to be kept, and the events to be told of services that are there. */
final class News {
    private final Places.Directory places;
    private final List<ChangeTable.Line> lines = new ArrayList<>();
    private final List<StatusChanged> changed = new ArrayList<>();
    private final List<Object> flaps = new ArrayList<>();

    News(Places.Directory places) {
        this.places = places;
    }

    /** A metric became something else by what was seen at a moment. */
    void add(Held held, Held.Now before, Held.Now after, Instant at) {
        var was = before.state();
        var is = after.state();
        if (was.hard() != is.hard() || was.soft() != is.soft() || was.attempt() != is.attempt()) {
            lines.add(new ChangeTable.Line(
                    held.id, new Change(at, was.hard(), is.hard(), is.soft(), is.attempt(), after.summary())));
        }
        var isFirstGoodNews = held.isUnheard() && is.hard() == Status.OK;
        var isToBeTold = was.hard() != is.hard() && !isFirstGoodNews;
        var isOther = before.flapping().isOn() != after.flapping().isOn();
        var service = isToBeTold || isOther ? places.of(held.key.service()) : null;
        if (service != null && isToBeTold) {
            changed.add(new StatusChanged(
                    service.id().value(),
                    service.site().value(),
                    held.key.metric(),
                    held.key.vo(),
                    was.hard().name(),
                    is.hard().name(),
                    at,
                    after.summary()));
        }
        if (service != null && isOther) {
            flaps.add(flap(service, held.key, after, at));
        }
    }

    private static Object flap(Service service, MetricKey key, Held.Now after, Instant at) {
        var id = service.id().value();
        var site = service.site().value();
        return after.flapping().isOn()
                ? new FlappingBegan(id, site, key.metric(), key.vo(), at)
                : new FlappingEnded(id, site, key.metric(), key.vo(), at);
    }

    List<ChangeTable.Line> lines() {
        return lines;
    }

    /** What who listens is told. */
    List<Object> events() {
        var events = new ArrayList<Object>();
        for (var from = 0; from < changed.size(); from += StatusesChanged.MOST) {
            events.add(
                    new StatusesChanged(changed.subList(from, Math.min(from + StatusesChanged.MOST, changed.size()))));
        }
        events.addAll(flaps);
        return events;
    }
}
