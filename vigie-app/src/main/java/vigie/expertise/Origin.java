package vigie.expertise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vigie.alarm.Alarm;
import vigie.alarm.AlarmLine;
import vigie.alarm.Alarms;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.ticket.State;
import vigie.ticket.Ticket;
import vigie.ticket.Tickets;
import vigie.words.Refusal;

/** What tickets and problems know of a case: its site, its checks and services, and what they said. */
@Component
class Origin {
    private static final int ENOUGH_ALARMS = 50;

    private final Tickets tickets;
    private final Problems problems;
    private final Alarms alarms;
    private final AlarmLine.Lines lines;
    private final Products products;
    private final Federation federation;

    Origin(
            Tickets tickets,
            Problems problems,
            Alarms alarms,
            AlarmLine.Lines lines,
            Products products,
            Federation federation) {
        this.tickets = tickets;
        this.problems = problems;
        this.alarms = alarms;
        this.lines = lines;
        this.products = products;
        this.federation = federation;
    }

    /** The site of the ticket, or of the problem, or else the one that is named; refused where there is none of it. */
    Optional<Site> siteOf(Learnt learnt) {
        if (learnt.ticket() != 0) {
            return federation.site(ticket(learnt.ticket()).site());
        }
        if (learnt.problem() != 0) {
            return federation.site(problem(learnt.problem()).site());
        }
        return learnt.site().isEmpty()
                ? Optional.empty()
                : Optional.of(federation
                        .siteNamed(learnt.site())
                        .orElseThrow(() -> Refusal.unreadable("site", "expertise.site-unknown", learnt.site())));
    }

    /** What is still open has taught nobody anything. */
    void mustBeSolved(Learnt learnt) {
        if (learnt.ticket() != 0 && !isSolved(ticket(learnt.ticket()))) {
            throw Refusal.conflict("expertise.ticket-open", learnt.ticket());
        }
        if (learnt.ticket() == 0 && learnt.problem() != 0 && !isSolved(problem(learnt.problem()))) {
            throw Refusal.conflict("expertise.problem-open", learnt.problem());
        }
    }

    static boolean isSolved(Ticket ticket) {
        return ticket.state() == State.SOLVED || ticket.state() == State.VERIFIED || ticket.state() == State.CLOSED;
    }

    /** A problem that is closed, or that is good again and waits for its close. */
    static boolean isSolved(Problem problem) {
        return !problem.isOpen() || problem.recovered() != null;
    }

    /** What is known of a problem, to look for cases like it. */
    Sought of(Problem problem) {
        return of(alarmsOf(problem.id()), "");
    }

    /** What is known of a ticket and of the problem that it follows. */
    Sought of(Ticket ticket) {
        var all = ticket.problem() == 0 ? List.<AlarmLine>of() : alarmsOf(ticket.problem());
        return of(all, ticket.subject());
    }

    /** A problem may hold thousands; some tell what it is. */
    private List<AlarmLine> alarmsOf(long problem) {
        return lines.of(alarms.all(
                problems.alarmsOf(problem).stream().limit(ENOUGH_ALARMS).toList()));
    }

    private Sought of(List<AlarmLine> all, String more) {
        var metrics =
                all.stream().map(AlarmLine::alarm).map(Alarm::metric).distinct().toList();
        var types = all.stream().map(AlarmLine::type).distinct().toList();
        var said = all.stream()
                .map(line -> line.alarm().summary().replaceAll("\\p{Cntrl}+", " "))
                .distinct()
                .collect(Collectors.joining("\n"));
        var text = (more + "\n" + said).strip();
        var cut = text.length() > Sought.LONGEST_TEXT ? text.substring(0, Sought.LONGEST_TEXT) : text;
        return new Sought(
                cut,
                metrics.stream().map(Origin::short200).toList(),
                types.stream().map(Origin::short200).toList(),
                products.namedIn(String.join("\n", metrics) + "\n" + String.join("\n", types) + "\n" + cut),
                "");
    }

    /** The number of a ticket or problem as somebody sent it; 0 for none. */
    long number(String field, long number) {
        if (number < 0) {
            throw Refusal.unreadable(field, "expertise.number", Long.toString(number));
        }
        return number;
    }

    Ticket ticket(long id) {
        return tickets.ticket(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
    }

    Problem problem(long id) {
        return problems.problem(id).orElseThrow(() -> Refusal.notFound("problem.unknown", id));
    }

    private static String short200(String name) {
        var plain = name.replaceAll("\\p{Cntrl}+", " ");
        return plain.length() > Learnt.LONGEST_NAME ? plain.substring(0, Learnt.LONGEST_NAME) : plain;
    }
}
