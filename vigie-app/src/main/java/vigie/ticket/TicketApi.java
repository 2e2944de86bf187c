package vigie.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** Tickets for machines. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketApi {
    private final Tickets tickets;

    TicketApi(Tickets tickets) {
        this.tickets = tickets;
    }

    @May(Right.READ)
    @GetMapping
    List<Ticket> list(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String priority,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page) {
        var wanted = new Wanted(state, site, priority, text, "");
        return tickets.page(wanted, 100, (Math.clamp(page, 1, 100_000) - 1) * 100);
    }

    @May(Right.READ)
    @GetMapping("/{id}")
    Ticket one(@PathVariable long id) {
        return tickets.ticket(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
    }

    /** What is said in answer. */
    record Reply(@Nullable String text) {}

    /** Says something in a ticket, as the page does; answers the ticket as it stands then. */
    @May(Right.REPLY_TICKETS)
    @PostMapping("/{id}/reply")
    Ticket reply(Actor actor, @PathVariable long id, @RequestBody Reply said) {
        tickets.reply(actor, id, said.text() == null ? "" : said.text(), false, "");
        return one(id);
    }
}
