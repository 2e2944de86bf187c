package vigie.joint;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.ticket.Ticket;
import vigie.ticket.Tickets;

/** The open tickets that are of the cause of a problem or that other sites know too: what is ticketed once. */
@Component
class JointTickets implements AgendaSection {
    private static final int MOST = 200;

    private final JointTable table;
    private final Tickets tickets;
    private final Federation federation;

    JointTickets(JointTable table, Tickets tickets, Federation federation) {
        this.table = table;
        this.tickets = tickets;
        this.federation = federation;
    }

    @Override
    public String key() {
        return "joint.agenda";
    }

    @Override
    public int place() {
        return 512;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return table.standing(Standing.JOINED, 0, 0, MOST).stream()
                .filter(joint -> joint.kind() == Kind.TICKET)
                .flatMap(joint -> tickets
                        .ticket(joint.number())
                        .filter(ticket -> ticket.state().isOpen())
                        .map(ticket -> line(joint, ticket))
                        .stream())
                .toList();
    }

    private AgendaLine line(Joint joint, Ticket ticket) {
        var same = tickets.meToos(ticket.id());
        return AgendaLine.of(
                "/problems/" + joint.problem() + "/story",
                same == 0 ? "joint.agenda.line" : "joint.agenda.line.too",
                Long.toString(ticket.id()),
                federation.site(ticket.site()).map(Site::name).orElse("?"),
                ticket.subject(),
                Long.toString(joint.problem()),
                same);
    }
}
