package vigie.alarm;

import java.time.Clock;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.monitor.FlappingBegan;
import vigie.monitor.FlappingEnded;
import vigie.monitor.MetricKey;
import vigie.monitor.StatusesChanged;
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
    void on(StatusesChanged changed) {
        alarms.look(
                changed.changes().stream()
                        .map(one -> key(one.service(), one.metric(), one.vo()))
                        .toList(),
                clock.instant());
    }

    @ApplicationModuleListener
    void on(FlappingBegan began) {
        alarms.look(List.of(key(began.service(), began.metric(), began.vo())), clock.instant());
    }

    @ApplicationModuleListener
    void on(FlappingEnded ended) {
        alarms.look(List.of(key(ended.service(), ended.metric(), ended.vo())), clock.instant());
    }

    private static MetricKey key(long service, String metric, String vo) {
        return new MetricKey(new ServiceId(service), metric, vo);
    }
}
