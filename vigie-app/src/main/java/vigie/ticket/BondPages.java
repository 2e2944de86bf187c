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

/** The forms that bind a ticket to another, and undo it. */
@Controller
class BondPages {
    private final Bonds bonds;

    BondPages(Bonds bonds) {
        this.bonds = bonds;
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/tickets/{id}/bonds")
    ModelAndView bind(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam long other,
            @RequestParam Bond.Kind kind,
            @RequestParam(defaultValue = "") String reason) {
        bonds.bind(actor, id, other, kind, reason);
        return Done.at("/tickets/" + id, left, frame.words().say("ticket.done.bound"));
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/tickets/{id}/bonds/{bond}/undo")
    ModelAndView undo(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @PathVariable long bond,
            @RequestParam(defaultValue = "") String reason) {
        bonds.undo(actor, bond, reason);
        return Done.at("/tickets/" + id, left, frame.words().say("ticket.done.unbound"));
    }
}
