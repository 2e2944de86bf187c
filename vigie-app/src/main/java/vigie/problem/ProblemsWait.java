package vigie.problem;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.people.Actor;
import vigie.people.Right;

/** The problems that wait for a word of the person on duty: those without one, and those for which a ticket is due. */
@Component
class ProblemsWait implements Waiting {
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
    public List<AgendaLine> lines(Actor who, Instant now) {
        return lines
                .of(problems.open().stream()
                        .filter(problem -> problem.stage() == Stage.DUE || problem.stage() == Stage.OPEN)
                        .filter(problem ->
                                who.may(Right.HANDLE_PROBLEMS, problem.site().value()))
                        .sorted(java.util.Comparator.comparing(Problem::due))
                        .limit(20)
                        .toList())
                .stream()
                .map(line -> AgendaLine.of(
                        "/problems/" + line.problem().id(),
                        line.problem().stage() == Stage.DUE ? "problem.waiting.due" : "problem.waiting.open",
                        line.site(),
                        line.problem().cause().level() == vigie.cause.Cause.Level.SITE
                                ? line.site()
                                : line.problem().cause().host().isEmpty()
                                        ? line.problem().cause().metric()
                                        : line.problem().cause().host(),
                        line.problem().due()))
                .toList();
    }
}
