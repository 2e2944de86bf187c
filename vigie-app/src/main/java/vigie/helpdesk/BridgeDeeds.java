package vigie.helpdesk;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/** What persons do at the bridge: have it read now, and have tried again what failed. */
@Component
class BridgeDeeds {
    private final HelpdeskInStep helpdesk;
    private final Rooms rooms;
    private final Journal journal;

    BridgeDeeds(HelpdeskInStep helpdesk, Rooms rooms, Journal journal) {
        this.helpdesk = helpdesk;
        this.rooms = rooms;
        this.journal = journal;
    }

    @Transactional
    void readNow(Actor actor) {
        actor.mustBeAllowed(Right.MANAGE_SOURCES);
        if (!helpdesk.bridge().connection().reads()) {
            throw Refusal.conflict("helpdesk.is-off");
        }
        rooms.desks().readNow(name(), rooms.clock().instant());
        journal.write(actor, "helpdesk:0", "helpdesk.deed.read", "", name(), "");
    }

    @Transactional
    void sendAgain(Actor actor, long parcel) {
        actor.mustBeAllowed(Right.MANAGE_SOURCES);
        if (!rooms.outgoing().again(name(), parcel, rooms.clock().instant())) {
            throw Refusal.notFound("helpdesk.parcel.unknown", parcel);
        }
        journal.write(actor, "helpdesk:" + parcel, "helpdesk.deed.again", "", "", "");
    }

    @Transactional
    void takeAgain(Actor actor, long foreignId) {
        actor.mustBeAllowed(Right.MANAGE_SOURCES);
        if (!rooms.turnedDown().again(name(), foreignId)) {
            throw Refusal.notFound("helpdesk.turned-down.unknown", foreignId);
        }
        rooms.desks().readNow(name(), rooms.clock().instant());
        journal.write(actor, "helpdesk:" + foreignId, "helpdesk.deed.again", "", "", "");
    }

    private String name() {
        return helpdesk.bridge().connection().name();
    }
}
