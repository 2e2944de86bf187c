package vigie.ticket;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** The next step of an escalation, drafted; one key sends it. */
@Controller
class StepPages {
    private final Tickets tickets;
    private final Escalations escalations;
    private final StepDrafts drafts;

    StepPages(Tickets tickets, Escalations escalations, StepDrafts drafts) {
        this.tickets = tickets;
        this.escalations = escalations;
        this.drafts = drafts;
    }

    @May(Right.HANDLE_TICKETS)
    @GetMapping("/tickets/{id:\\d+}/step")
    ModelAndView drafted(Frame frame, Actor actor, @PathVariable long id) {
        var ticket = tickets.ticket(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
        actor.mustBeAllowed(Right.HANDLE_TICKETS, ticket.site().value());
        var asked = escalations.asked(id).orElseThrow(() -> Refusal.conflict("ticket.not-escalated", id));
        var next = asked.step().next().orElseThrow(() -> Refusal.conflict("ticket.last-step", id));
        return Page.of(
                "ticket/step",
                frame.titled(frame.words().say("ticket.step.title", Long.toString(id), ticket.subject())),
                "ticket",
                ticket,
                "asked",
                asked,
                "next",
                next,
                "text",
                drafts.of(ticket, next),
                "to",
                String.join(", ", escalations.recipients(ticket, next)),
                "suffix",
                drafts.suffix(ticket, next),
                "key",
                UUID.randomUUID().toString());
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/tickets/{id}/step")
    ModelAndView take(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam Step was,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String key) {
        escalations.escalate(actor, id, was, text, key);
        return Done.at("/tickets/" + id, left, frame.words().say("ticket.done.escalated"));
    }
}
