package vigie.joint;

import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.people.Right;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.registry.Panel;
import vigie.ticket.Ticket;
import vigie.ticket.TicketPanel;

/** The problem of which a ticket is, or seems to be, on its page; and what to answer once that is good again. */
@Component
class JointsOfTicket implements TicketPanel {
    private final JointTable table;
    private final JointLines lines;
    private final Problems problems;
    private final TemplateEngine templates;

    JointsOfTicket(JointTable table, JointLines lines, Problems problems, TemplateEngine templates) {
        this.table = table;
        this.lines = lines;
        this.problems = problems;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Ticket ticket, Frame frame) {
        var found = lines.of(table.of(Kind.TICKET, ticket.id()), frame.actor(), frame.words());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var values = new HashMap<String, Object>(Map.of("frame", frame, "lines", found, "answer", "", "closing", ""));
        // the ticket that follows the problem proposes its solution itself
        if (ticket.state().isOpen()
                && frame.may(Right.REPLY_TICKETS, ticket.site().value())) {
            found.stream()
                    .map(JointLine::joint)
                    .filter(joint -> joint.standing() == Standing.JOINED && !joint.follows())
                    .flatMap(joint -> problems.problem(joint.problem()).stream())
                    .map(Problem::recovered)
                    .filter(recovered -> recovered != null)
                    .findFirst()
                    .ifPresent(recovered -> {
                        var words = vigie.words.Words.of(java.util.Locale.forLanguageTag(ticket.language()));
                        values.put("answer", words.say("joint.recovered.answer", recovered));
                        values.put("closing", "/tickets/" + ticket.id() + "/reply");
                    });
        }
        return Optional.of(
                new Panel("joint.of-writing", output -> templates.render("joint/of-writing.jte", values, output)));
    }
}
