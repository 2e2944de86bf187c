package vigie.problem;

import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.registry.DowntimeAnnounced;
import vigie.registry.SitesChanged;

/** An announced outage, or one that was moved or taken back, holds problems or lets them go. */
@Component
class DowntimesBecomeHolds {
    private final Holds holds;
    private final Clock clock;

    DowntimesBecomeHolds(Holds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(DowntimeAnnounced announced) {
        holds.lookAtAll(clock.instant());
    }

    @ApplicationModuleListener
    void on(SitesChanged changed) {
        holds.lookAtAll(clock.instant());
    }
}
