package vigie.helpdesk;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;

/** The bridge to the helpdesk, for machines. */
@RestController
@RequestMapping("/api/v1/helpdesk")
class BridgeApi {
    private final HelpdeskInStep helpdesk;
    private final BridgeDeeds deeds;
    private final Rooms rooms;

    BridgeApi(HelpdeskInStep helpdesk, BridgeDeeds deeds, Rooms rooms) {
        this.helpdesk = helpdesk;
        this.deeds = deeds;
        this.rooms = rooms;
    }

    @May(Right.READ_UPKEEP)
    @GetMapping
    BridgeView bridge() {
        return BridgeView.of(helpdesk.bridge(), rooms);
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/read")
    BridgeView read(Actor actor) {
        deeds.readNow(actor);
        return bridge();
    }

    /** What failed is sent again at once. */
    @May(Right.MANAGE_SOURCES)
    @PostMapping("/queue/{id:\\d+}/again")
    BridgeView sendAgain(Actor actor, @PathVariable long id) {
        deeds.sendAgain(actor, id);
        return bridge();
    }

    /** A ticket of theirs that was turned down is taken again at the next reading. */
    @May(Right.MANAGE_SOURCES)
    @PostMapping("/turned-down/{id:\\d+}/again")
    BridgeView takeAgain(Actor actor, @PathVariable long id) {
        deeds.takeAgain(actor, id);
        return bridge();
    }
}
