package vigie.ticket;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.registry.DowntimeAnnounced;
import vigie.registry.Federation;

/** Who announces an outage is not asked before its end. */
@Component
class DowntimesBecomeExtensions {
    private final Federation federation;
    private final StepTable steps;
    private final Extensions extensions;

    DowntimesBecomeExtensions(Federation federation, StepTable steps, Extensions extensions) {
        this.federation = federation;
        this.steps = steps;
        this.extensions = extensions;
    }

    @ApplicationModuleListener
    void on(DowntimeAnnounced announced) {
        federation
                .downtime(announced.downtime())
                .ifPresent(downtime -> steps.asking(downtime.site()).forEach(extensions::announced));
    }
}
