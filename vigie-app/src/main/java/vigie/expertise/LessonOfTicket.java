package vigie.expertise;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.people.Right;
import vigie.registry.Panel;
import vigie.ticket.Ticket;
import vigie.ticket.TicketPanel;

/**
 * On the page of a ticket: once it is solved, two lines to be filled in, its cause and its solution; nobody must. While it
 * is open, cases like it.
 */
@Component
class LessonOfTicket implements TicketPanel {
    private final Lessons lessons;
    private final LessonTable table;
    private final Origin origin;
    private final Products products;
    private final TemplateEngine templates;

    LessonOfTicket(Lessons lessons, LessonTable table, Origin origin, Products products, TemplateEngine templates) {
        this.lessons = lessons;
        this.table = table;
        this.origin = origin;
        this.products = products;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Ticket ticket, Frame frame) {
        var own = table.ofTicket(ticket.id());
        var solved = Origin.isSolved(ticket);
        var asks = solved
                && own.isEmpty()
                && frame.may(Right.REPLY_TICKETS, ticket.site().value());
        var similar = solved ? List.<Similar>of() : like(ticket);
        if (!asks && own.isEmpty() && similar.isEmpty()) {
            return Optional.empty();
        }
        var draft = asks ? Optional.of(draft(ticket)) : Optional.<LessonForm>empty();
        return Optional.of(new Panel(
                asks ? "expertise.ask-lesson" : "expertise.title",
                output -> templates.render(
                        "expertise/of-ticket.jte",
                        Map.of(
                                "frame",
                                frame,
                                "similar",
                                similar,
                                "own",
                                own,
                                "draft",
                                draft,
                                "products",
                                asks ? products.all() : List.of()),
                        output)));
    }

    private List<Similar> like(Ticket ticket) {
        return lessons.like(origin.of(ticket), SimilarOfProblem.SHOWN).stream()
                .filter(found -> found.score() >= SimilarOfProblem.ALIKE)
                .toList();
    }

    /** What the ticket knows already, for the one who writes to correct. */
    private LessonForm draft(Ticket ticket) {
        return LessonForm.of(origin.of(ticket), ticket.id(), ticket.problem(), ticket.subject(), ticket.solution());
    }
}
