package vigie.alarm;

import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.monitor.MetricKey;
import vigie.monitor.StatusChanged;
import vigie.registry.ServiceId;

/** News of a status becomes an alarm, or its end. News may be old when it is heard: the status itself is asked. */
@Component
class StatusBecomesAlarm {
    private final Alarms alarms;
    private final Clock clock;

    StatusBecomesAlarm(Alarms alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(StatusChanged changed) {
        alarms.look(new MetricKey(new ServiceId(changed.service()), changed.metric(), changed.vo()), clock.instant());
    }
}
