package vigie.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.SiteId;

/** The forms by which somebody watches a ticket, and by which another site says "me too". */
@Controller
class OtherPages {
    private final Others others;

    OtherPages(Others others) {
        this.others = others;
    }

    @May(Right.READ)
    @PostMapping("/tickets/{id}/watch")
    ModelAndView watch(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam(defaultValue = "true") boolean wanted) {
        others.watch(actor, id, wanted);
        return Done.at(
                "/tickets/" + id, left, frame.words().say(wanted ? "ticket.done.watched" : "ticket.done.unwatched"));
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/tickets/{id}/me-too")
    ModelAndView meToo(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam long site,
            @RequestParam(defaultValue = "") String evidence) {
        others.meToo(actor, id, new SiteId(site), evidence);
        return Done.at("/tickets/" + id, left, frame.words().say("ticket.done.me-too"));
    }
}
