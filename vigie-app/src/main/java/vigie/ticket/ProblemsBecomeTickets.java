package vigie.ticket;

import java.time.Clock;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.people.Actor;
import vigie.problem.NextSteps;
import vigie.problem.Problem;
import vigie.problem.ProblemClosed;
import vigie.problem.ProblemDue;
import vigie.problem.ProblemRecovered;
import vigie.problem.ProblemRelapsed;
import vigie.problem.Problems;

/**
 * For a problem that has lasted too long a ticket is due: drafted, shown, and opened by the person on duty, or by
 * itself where the site or its NGI wants that. One that recovers needs none any more, or proposes that its ticket be solved.
 */
@Component
class ProblemsBecomeTickets {
    private final Problems problems;
    private final TicketTable tickets;
    private final Tickets house;
    private final Drafting drafting;
    private final Wishes wishes;
    private final NextSteps steps;
    private final Clock clock;

    ProblemsBecomeTickets(
            Problems problems,
            TicketTable tickets,
            Tickets house,
            Drafting drafting,
            Wishes wishes,
            NextSteps steps,
            Clock clock) {
        this.problems = problems;
        this.tickets = tickets;
        this.house = house;
        this.drafting = drafting;
        this.wishes = wishes;
        this.steps = steps;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ProblemDue due) {
        problems.problem(due.problem())
                .filter(problem -> problem.isOpen() && problem.ticket() == 0 && problem.recovered() == null)
                .ifPresent(problem -> {
                    tickets.due(problem.id(), problem.site().value(), clock.instant());
                    var wish = wishes.of(problem.site());
                    // somebody seems to have opened one: a person says whether ours is one too many
                    if (wish.opensByItself() && steps.asked(List.of(problem)).isEmpty()) {
                        open(problem, wish.language());
                    }
                });
    }

    private void open(Problem problem, String language) {
        var drafted = drafting.of(problem.id(), language);
        var subject = drafted.subject();
        house.open(
                Actor.HOUSE,
                new Draft(
                        problem.site(),
                        problem.id(),
                        subject.substring(0, Math.min(subject.length(), Draft.LONGEST_SUBJECT)),
                        drafted.text(),
                        Priority.LESS_URGENT,
                        language,
                        "by-itself:" + problem.id() + ":" + problem.due()));
    }

    @ApplicationModuleListener
    void on(ProblemRecovered recovered) {
        tickets.noLongerDue(recovered.problem(), clock.instant());
        tickets.recovered(recovered.problem(), clock.instant());
        // a ticket that ended before its problem did has nobody left to close the problem
        problems.problem(recovered.problem())
                .flatMap(problem -> tickets.find(problem.ticket()))
                .filter(ticket -> ticket.state().isFinal())
                .ifPresent(ticket -> problems.ticketIsOver(Actor.HOUSE, recovered.problem(), Tickets.OVER));
    }

    @ApplicationModuleListener
    void on(ProblemRelapsed relapsed) {
        problems.problem(relapsed.problem())
                .filter(problem -> problem.isOpen() && problem.recovered() == null)
                .ifPresent(problem -> tickets.relapsed(problem.id()));
    }

    @ApplicationModuleListener
    void on(ProblemClosed closed) {
        tickets.noLongerDue(closed.problem(), clock.instant());
    }
}
