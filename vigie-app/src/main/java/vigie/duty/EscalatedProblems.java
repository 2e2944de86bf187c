package vigie.duty;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;
import vigie.problem.ProblemLine;
import vigie.problem.Problems;

/** Problems that are bad for so long without a ticket that those above the duty see them (EGI: 74 hours). */
@Component
class EscalatedProblems implements AgendaSection {
    private final Problems problems;
    private final ProblemLine.Lines lines;

    EscalatedProblems(Problems problems, ProblemLine.Lines lines) {
        this.problems = problems;
        this.lines = lines;
    }

    @Override
    public String key() {
        return "duty.agenda.escalated";
    }

    @Override
    public int place() {
        return 515;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        var escalated = problems.open().stream()
                .filter(problem -> Console.isEscalated(problem, now))
                .toList();
        return lines.of(escalated).stream()
                .map(line -> AgendaLine.of(
                        "/problems/" + line.problem().id(),
                        "duty.agenda.escalated.line",
                        line.site(),
                        line.broken(),
                        line.problem().escalates()))
                .toList();
    }
}
