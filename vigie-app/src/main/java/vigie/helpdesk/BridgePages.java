package vigie.helpdesk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;

/** How the bridge to the helpdesk stands: what was read, what waits, what failed and why. */
@Controller
class BridgePages {
    private final HelpdeskInStep helpdesk;
    private final BridgeDeeds deeds;
    private final Rooms rooms;

    BridgePages(HelpdeskInStep helpdesk, BridgeDeeds deeds, Rooms rooms) {
        this.helpdesk = helpdesk;
        this.deeds = deeds;
        this.rooms = rooms;
    }

    @May(Right.READ_UPKEEP)
    @GetMapping("/helpdesk")
    ModelAndView bridge(Frame frame) {
        return Page.of(
                "helpdesk/bridge",
                frame.titled(frame.words().say("helpdesk.bridge")),
                "bridge",
                BridgeView.of(helpdesk.bridge(), rooms));
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/helpdesk/read")
    ModelAndView read(Frame frame, Actor actor, RedirectAttributes left) {
        deeds.readNow(actor);
        return Done.at("/helpdesk", left, frame.words().say("helpdesk.deed.read"));
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/helpdesk/queue/{id}/again")
    ModelAndView sendAgain(Frame frame, Actor actor, RedirectAttributes left, @PathVariable long id) {
        deeds.sendAgain(actor, id);
        return Done.at("/helpdesk", left, frame.words().say("helpdesk.deed.again"));
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/helpdesk/turned-down/{id}/again")
    ModelAndView takeAgain(Frame frame, Actor actor, RedirectAttributes left, @PathVariable long id) {
        deeds.takeAgain(actor, id);
        return Done.at("/helpdesk", left, frame.words().say("helpdesk.deed.again"));
    }
}
