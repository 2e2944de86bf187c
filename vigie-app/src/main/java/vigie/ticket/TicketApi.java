package vigie.ticket;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.people.SentOnce;
import vigie.registry.Federation;
import vigie.words.Refusal;

/** Tickets for machines. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketApi {
    private final Tickets tickets;
    private final Federation federation;

    TicketApi(Tickets tickets, Federation federation) {
        this.tickets = tickets;
        this.federation = federation;
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

    /** A ticket that is to be opened. */
    record Opening(
            @Nullable String site,
            @Nullable Long problem,
            @Nullable String subject,
            @Nullable String text,
            @Nullable Priority priority,
            @Nullable String language) {}

    /** Opens a ticket as the page does; the same key opens it once. */
    @May(Right.REPLY_TICKETS)
    @PostMapping
    ResponseEntity<Ticket> open(
            Actor actor,
            @RequestBody Opening wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var name = said(wanted.site());
        var site =
                federation.siteNamed(name).orElseThrow(() -> Refusal.unreadable("site", "ticket.site-unknown", name));
        var language = wanted.language() == null ? "en" : wanted.language();
        if (!List.of("fr", "en").contains(language)) {
            throw Refusal.unreadable("language", "ticket.language-unknown", language);
        }
        var once = SentOnce.key(actor, key);
        var id = tickets.open(
                actor,
                new Draft(
                        site.id(),
                        wanted.problem() == null ? 0 : wanted.problem(),
                        said(wanted.subject()),
                        said(wanted.text()),
                        wanted.priority() == null ? Priority.URGENT : wanted.priority(),
                        language,
                        once.isEmpty() ? UUID.randomUUID().toString() : once));
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + id)).body(one(id));
    }

    /** What is said in answer. */
    record Reply(@Nullable String text) {}

    /** Says something in a ticket, as the page does, once for each key; answers the ticket as it stands then. */
    @May(Right.REPLY_TICKETS)
    @PostMapping("/{id}/reply")
    Ticket reply(
            Actor actor,
            @PathVariable long id,
            @RequestBody Reply said,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        tickets.reply(actor, id, said(said.text()), false, SentOnce.key(actor, key));
        return one(id);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
