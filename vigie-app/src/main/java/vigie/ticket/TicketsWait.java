package vigie.ticket;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.SiteId;

/** Tickets that are due, new ones for those on duty, and a site's own for its administrators. */
@Component
class TicketsWait implements Waiting {
    private static final String DUE = "ticket.waiting.due";

    private final TicketTable table;
    private final EntryTable entries;
    private final StepTable steps;
    private final Problems problems;
    private final Federation federation;

    TicketsWait(TicketTable table, EntryTable entries, StepTable steps, Problems problems, Federation federation) {
        this.table = table;
        this.entries = entries;
        this.steps = steps;
        this.problems = problems;
        this.federation = federation;
    }

    @Override
    public String key() {
        return "ticket.waiting";
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public String list() {
        return "/tickets";
    }

    @Override
    public List<AgendaLine> lines(Actor who, Instant now) {
        var due = table.due().stream()
                .filter(wanted -> who.may(Right.HANDLE_TICKETS, wanted.site()))
                .filter(wanted -> problems.problem(wanted.problem())
                        .filter(Problem::wantsTicket)
                        .isPresent())
                .map(wanted -> AgendaLine.of(
                        "/tickets/new?problem=" + wanted.problem(), DUE, name(new SiteId(wanted.site()))));
        var mine = table.open().stream()
                .filter(ticket -> who.may(Right.HANDLE_TICKETS, ticket.site().value())
                        ? ticket.state() == State.NEW || ticket.recovered() != null
                        : who.sites().contains(ticket.site().value()))
                .map(ticket -> AgendaLine.of(
                        "/tickets/" + ticket.id(),
                        "ticket.waiting.open",
                        Long.toString(ticket.id()),
                        name(ticket.site()),
                        ticket.subject()));
        var said = new HashSet<Object>();
        return Stream.of(
                        ripe(who).limit(10),
                        remembered(who, now).limit(10),
                        unverified(who).limit(10),
                        due.limit(30),
                        inVain(who).limit(10),
                        late(who, now).limit(10),
                        mine.limit(30))
                .flatMap(each -> each)
                // one ticket is one line, the most pressing
                .filter(line ->
                        line.key().equals(DUE) || said.add(line.arguments().getFirst()))
                .toList();
    }

    /** Those for which the next may be asked. */
    Stream<AgendaLine> ripe(Actor who) {
        return steps.ripe().stream()
                .filter(asked -> asked.step().next().isPresent())
                .flatMap(asked -> table.find(asked.ticket()).stream()
                        .filter(ticket ->
                                who.may(Right.HANDLE_TICKETS, ticket.site().value()))
                        .map(ticket -> AgendaLine.of(
                                "/tickets/" + ticket.id() + "/step",
                                "ticket.waiting.step." + asked.step().next().orElseThrow(),
                                Long.toString(ticket.id()),
                                name(ticket.site()),
                                ticket.subject())));
    }

    /** Those that nobody has answered when three quarters of the time for it are over (GGUS). */
    private Stream<AgendaLine> late(Actor who, Instant now) {
        return table.open().stream()
                .filter(ticket -> ticket.answered() == null)
                .filter(ticket -> who.may(Right.HANDLE_TICKETS, ticket.site().value())
                        || who.sites().contains(ticket.site().value()))
                .filter(ticket ->
                        !ticket.responseTerm().partAfter(ticket.opened(), 75).isAfter(now))
                .map(ticket -> AgendaLine.of(
                        "/tickets/" + ticket.id(),
                        ticket.responseDue().isAfter(now) ? "ticket.waiting.answer" : "ticket.waiting.answer.late",
                        Long.toString(ticket.id()),
                        name(ticket.site()),
                        ticket.responseDue()));
    }

    /** Those in which a letter that moved nothing waits for somebody to read it. */
    Stream<AgendaLine> unverified(Actor who) {
        return entries.unverified(30).stream()
                .flatMap(id -> table.find(id).stream())
                .filter(ticket -> !ticket.state().isFinal())
                .filter(ticket -> who.may(Right.HANDLE_TICKETS, ticket.site().value()))
                .map(ticket -> AgendaLine.of(
                        "/tickets/" + ticket.id(),
                        "ticket.waiting.unverified",
                        Long.toString(ticket.id()),
                        name(ticket.site())));
    }

    /** Those whose reminder has come. */
    Stream<AgendaLine> remembered(Actor who, Instant now) {
        return table.open().stream()
                .filter(ticket -> who.may(Right.HANDLE_TICKETS, ticket.site().value()))
                .filter(ticket ->
                        ticket.reminder() != null && !ticket.reminder().isAfter(now))
                .map(ticket -> AgendaLine.of(
                        "/tickets/" + ticket.id(),
                        "ticket.waiting.reminder",
                        Long.toString(ticket.id()),
                        name(ticket.site()),
                        ticket.subject()));
    }

    /** Those that wait for a reply in spite of three reminders. */
    Stream<AgendaLine> inVain(Actor who) {
        return table.waitingInVain(3).stream()
                .filter(ticket -> who.may(Right.HANDLE_TICKETS, ticket.site().value()))
                .map(ticket -> AgendaLine.of(
                        "/tickets/" + ticket.id(),
                        "ticket.waiting.in-vain",
                        Long.toString(ticket.id()),
                        name(ticket.site()),
                        ticket.subject()));
    }

    private String name(SiteId site) {
        return federation.site(site).map(known -> known.name()).orElse("?");
    }
}
