package vigie.joint;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.help.CallChanged;

/** A call of the list is held against the open problems. */
@Component
class CallsBecomeJoints {
    private final Proposing proposing;

    CallsBecomeJoints(Proposing proposing) {
        this.proposing = proposing;
    }

    @ApplicationModuleListener
    void on(CallChanged changed) {
        proposing.call(changed.call());
    }
}
