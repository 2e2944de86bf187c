package vigie.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vigie.registry.Downtime;
import vigie.registry.ServiceId;

/** One outage of a service as it was lived: announced downtimes that follow each other without a gap are one. */
record Stretch(Duration length, int pieces) {
    static final Stretch NONE = new Stretch(Duration.ZERO, 0);

    /** The stretch in which the service is now; none where it is in no outage. */
    static Stretch of(ServiceId service, List<Downtime> downtimes, Instant now) {
        var its = downtimes.stream()
                .filter(one -> one.severity() == Downtime.Severity.OUTAGE
                        && one.services().contains(service))
                .toList();
        var current = its.stream().filter(one -> one.during().contains(now)).findFirst();
        if (current.isEmpty()) {
            return NONE;
        }
        var start = current.get().during().start();
        var end = current.get().during().end();
        var pieces = 1;
        for (var grown = true; grown; ) {
            grown = false;
            for (var one : its) {
                if (one.during().start().isBefore(start) && !one.during().end().isBefore(start)) {
                    start = one.during().start();
                    pieces++;
                    grown = true;
                } else if (one.during().end().isAfter(end)
                        && !one.during().start().isAfter(end)) {
                    end = one.during().end();
                    pieces++;
                    grown = true;
                }
            }
        }
        return new Stretch(Duration.between(start, end), pieces);
    }
}
