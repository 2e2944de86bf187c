package vigie.problem;

import org.springframework.stereotype.Component;
import vigie.alarm.Alarm;
import vigie.cause.Cause;
import vigie.cause.KnownAlarm;
import vigie.registry.Federation;
import vigie.registry.Service;

/** Alarms as the engine wants them when a cause is sought. */
@Component
class KnownAlarms {
    private final Federation federation;

    KnownAlarms(Federation federation) {
        this.federation = federation;
    }

    KnownAlarm of(Alarm alarm) {
        var service = federation.service(alarm.service());
        return new KnownAlarm(
                alarm.id(),
                alarm.site().value(),
                alarm.service().value(),
                service.map(Service::host).orElse(""),
                service.map(Service::type).orElse(""),
                alarm.metric(),
                alarm.vo(),
                alarm.raised());
    }

    /** The cause of an alarm where it has nothing to do with any other. */
    Cause ownCause(Alarm alarm) {
        return Cause.ofMetric(of(alarm));
    }
}
