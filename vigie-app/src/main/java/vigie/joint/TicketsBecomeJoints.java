package vigie.joint;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.ticket.State;
import vigie.ticket.TicketMoved;
import vigie.ticket.TicketOpened;

/** A ticket that is opened, or again, is held against the open problems; one that ends lets a problem go that it followed. */
@Component
class TicketsBecomeJoints {
    private final Proposing proposing;
    private final Joints joints;

    TicketsBecomeJoints(Proposing proposing, Joints joints) {
        this.proposing = proposing;
        this.joints = joints;
    }

    @ApplicationModuleListener
    void on(TicketOpened opened) {
        proposing.ticket(opened.ticket());
    }

    @ApplicationModuleListener
    void on(TicketMoved moved) {
        if (moved.to() == State.REOPENED) {
            proposing.ticket(moved.ticket());
        } else if (!moved.to().isOpen()) {
            joints.ended(moved.ticket());
        }
    }
}
