package vigie.alarm;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** When an announced outage ends, what is still bad raises its alarm. */
@Component
class OutagesEnd implements Timed {
    private final HeldBackTable heldBack;
    private final Alarms alarms;

    OutagesEnd(HeldBackTable heldBack, Alarms alarms) {
        this.heldBack = heldBack;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "alarm.timed.outages-end";
    }

    @Override
    public Optional<Instant> nextDue() {
        return heldBack.earliest();
    }

    @Override
    public void play(Instant now) {
        alarms.look(heldBack.endedBy(now), now);
        // of what is silent by now nothing is known; when it is heard again that is news
        heldBack.forgetEndedBy(now);
    }
}
