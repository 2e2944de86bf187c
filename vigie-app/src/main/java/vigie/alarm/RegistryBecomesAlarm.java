package vigie.alarm;

import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.registry.SitesChanged;

/**
 * A site that is suspended, or a service that is no longer monitored, has no alarm any more. What fails when a site is
 * certified, or a service is monitored or in production again, has one at once.
 */
@Component
class RegistryBecomesAlarm {
    private final Alarms alarms;
    private final Clock clock;

    RegistryBecomesAlarm(Alarms alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(SitesChanged changed) {
        alarms.lookAgain(clock.instant());
    }
}
