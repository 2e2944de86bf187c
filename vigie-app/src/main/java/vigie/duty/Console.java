package vigie.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.problem.NextStep;
import vigie.problem.NextSteps;
import vigie.problem.Problem;
import vigie.problem.ProblemLine;
import vigie.problem.Problems;
import vigie.problem.Stage;

/** Everything the person on duty must do today, the most pressing first; what only waits is counted, not shown. */
@Component
class Console {
    static final int ON_A_PAGE = 50;
    private static final String TICKETS = "ticket.waiting";
    private static final String DRAFTS = "/tickets/new";

    private final Problems problems;
    private final ProblemLine.Lines lines;
    private final NextSteps steps;
    private final List<Waiting> rooms;
    private final Clock clock;

    Console(Problems problems, ProblemLine.Lines lines, NextSteps steps, List<Waiting> rooms, Clock clock) {
        this.problems = problems;
        this.lines = lines;
        this.steps = steps;
        this.rooms = rooms;
        this.clock = clock;
    }

    Today of(Actor who, Predicate<Problem> wanted, boolean everything, int page, ZoneId zone) {
        var now = clock.instant();
        var evening =
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        var mine = problems.open().stream()
                .filter(wanted)
                .filter(problem -> who.may(Right.HANDLE_PROBLEMS, problem.site().value()))
                .toList();
        var asked = steps.asked(mine);
        var forToday = mine.stream()
                .filter(problem -> isForToday(problem, evening) || isAsked(problem, asked))
                .toList();
        var shown = (everything ? mine : forToday)
                .stream()
                        .sorted(Comparator.comparingInt((Problem problem) -> rank(problem, now))
                                .thenComparing(Problem::due))
                        .toList();
        var pages = Math.max(1, (shown.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        var here = Math.clamp(page, 1, pages);
        var part = shown.stream().skip((here - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList();
        var next = steps.of(part, now);
        var said = lines.of(part).stream()
                .map(line -> line(line, next.getOrDefault(line.problem().id(), NextStep.NOTHING), now))
                .toList();
        return new Today(said, tickets(who, now), forToday.size(), mine.size() - forToday.size(), here, pages);
    }

    /** Tickets that wait for this person, but for the drafts: those are lines of their own already. */
    private List<AgendaLine> tickets(Actor who, Instant now) {
        return rooms.stream()
                .filter(room -> room.key().equals(TICKETS))
                .flatMap(room -> room.lines(who, now).stream())
                .filter(line -> line.link() == null || !line.link().startsWith(DRAFTS))
                .toList();
    }

    /** Somebody has to say whether what was written elsewhere is of its cause. */
    private static boolean isAsked(Problem problem, Set<Long> asked) {
        return asked.contains(problem.id())
                && problem.goodSince() == null
                && problem.recovered() == null
                && problem.held() == null;
    }

    private static boolean isForToday(Problem problem, Instant evening) {
        return switch (problem.stage()) {
            case RECOVERED -> problem.ticket() == 0;
            case DUE, OVERDUE -> problem.wantsTicket();
            case OPEN ->
                problem.held() == null
                        && problem.goodSince() == null
                        && (problem.returned() != null || problem.due().isBefore(evening));
            case TICKETED -> problem.held() != null;
            case ACKNOWLEDGED, CLOSED -> false;
        };
    }

    private static int rank(Problem problem, Instant now) {
        if (isEscalated(problem, now)) {
            return 0;
        }
        if (problem.returned() != null) {
            return 1;
        }
        return switch (problem.stage()) {
            case OVERDUE -> 2;
            case DUE -> 3;
            case OPEN -> 4;
            case RECOVERED -> 5;
            case TICKETED, ACKNOWLEDGED, CLOSED -> 6;
        };
    }

    /** Nobody has opened a ticket for so long that those above the duty see it. */
    static boolean isEscalated(Problem problem, Instant now) {
        return problem.wantsTicket() && !problem.escalates().isAfter(now);
    }

    private static ConsoleLine line(ProblemLine line, NextStep step, Instant now) {
        var problem = line.problem();
        if (isEscalated(problem, now)) {
            return new ConsoleLine(line, step, "duty.why.escalated", problem.escalates());
        }
        if (problem.returned() != null) {
            var why = problem.returnedFrom() == 0 ? "duty.why.returned" : "duty.why.returned-from";
            return new ConsoleLine(line, step, why, problem.returned());
        }
        if (problem.stage() == Stage.OVERDUE) {
            return new ConsoleLine(line, step, "duty.why.overdue", problem.overdue());
        }
        if (problem.held() != null) {
            return new ConsoleLine(line, step, "duty.why.held", problem.held());
        }
        if (problem.acknowledgedUntil() != null) {
            return new ConsoleLine(line, step, "duty.why.acknowledged", problem.acknowledgedUntil());
        }
        if (problem.recovered() != null) {
            return new ConsoleLine(line, step, "duty.why.recovered", problem.recovered());
        }
        if (problem.goodSince() != null) {
            return new ConsoleLine(line, step, "duty.why.good", problem.goodSince());
        }
        return new ConsoleLine(
                line,
                step,
                problem.stage() == Stage.DUE
                        ? "duty.why.due"
                        : problem.ticket() != 0 ? "duty.why.ticket" : "duty.why.new",
                problem.due());
    }
}
