package vigie.problem;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.people.Actor;
import vigie.people.Right;

/**
 * The problems that wait for a word of the person on duty: those without one, and those for which a ticket is due. A
 * site's own people find theirs.
 */
@Component
class ProblemsWait implements Waiting {
    private static final int MOST = 20;

    private final Problems problems;
    private final ProblemLine.Lines lines;

    ProblemsWait(Problems problems, ProblemLine.Lines lines) {
        this.problems = problems;
        this.lines = lines;
    }

    @Override
    public String key() {
        return "problem.waiting";
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public String list() {
        return "/problems";
    }

    @Override
    public List<AgendaLine> lines(Actor who, Instant now) {
        return lines
                .of(problems.open().stream()
                        .filter(ProblemsWait::waits)
                        .filter(problem ->
                                who.may(Right.HANDLE_PROBLEMS, problem.site().value())
                                        || who.sites().contains(problem.site().value()))
                        .sorted(Comparator.comparing((Problem problem) -> problem.returned() == null)
                                .thenComparing(Problem::due))
                        .limit(MOST)
                        .toList())
                .stream()
                .map(line -> AgendaLine.of(
                        "/problems/" + line.problem().id(),
                        key(line.problem()),
                        line.site(),
                        line.broken(),
                        moment(line.problem())))
                .toList();
    }

    /** Nobody has said a word, a ticket is due, or it may be closed; what is covered or seems good waits for nobody. */
    private static boolean waits(Problem problem) {
        return switch (problem.stage()) {
            case OPEN -> problem.held() == null && problem.goodSince() == null;
            case DUE, OVERDUE -> problem.wantsTicket();
            case RECOVERED -> problem.ticket() == 0;
            case ACKNOWLEDGED, TICKETED, CLOSED -> false;
        };
    }

    private static String key(Problem problem) {
        if (problem.returned() != null && problem.stage() == Stage.OPEN) {
            return "problem.waiting.returned";
        }
        return switch (problem.stage()) {
            case DUE -> "problem.waiting.due";
            case OVERDUE -> "problem.waiting.overdue";
            case RECOVERED -> "problem.waiting.recovered";
            default -> "problem.waiting.open";
        };
    }

    private static Instant moment(Problem problem) {
        var recovered = problem.recovered();
        var returned = problem.returned();
        if (problem.stage() == Stage.RECOVERED && recovered != null) {
            return recovered;
        }
        if (problem.stage() == Stage.OPEN && returned != null) {
            return returned;
        }
        return problem.stage() == Stage.OVERDUE ? problem.overdue() : problem.due();
    }
}
