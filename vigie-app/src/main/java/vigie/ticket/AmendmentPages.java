package vigie.ticket;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import vigie.words.Refusal;

/** The two forms on a ticket's page that change its priority and its reminder. */
@Controller
class AmendmentPages {
    private final Amendments amendments;

    AmendmentPages(Amendments amendments) {
        this.amendments = amendments;
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/tickets/{id}/priority")
    ModelAndView priority(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam Priority was,
            @RequestParam Priority priority,
            @RequestParam(defaultValue = "") String reason) {
        amendments.priority(actor, id, was, priority, reason);
        return Done.at("/tickets/" + id, left, frame.words().say("ticket.done.priority"));
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/tickets/{id}/reminder")
    ModelAndView reminder(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason) {
        try {
            amendments.reminder(actor, id, day.isBlank() ? null : LocalDate.parse(day.strip()), reason);
        } catch (DateTimeParseException unreadable) {
            throw Refusal.unreadable("day", "ticket.day-unreadable", day);
        }
        return Done.at("/tickets/" + id, left, frame.words().say("ticket.done.reminder"));
    }
}
