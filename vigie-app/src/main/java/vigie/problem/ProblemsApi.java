package vigie.problem;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;
import vigie.words.Words;

/** The problems, for machines. */
@RestController
@RequestMapping("/api/v1/problems")
class ProblemsApi {
    private static final int MOST = 1000;

    private final Problems problems;
    private final ProblemLine.Lines lines;

    ProblemsApi(Problems problems, ProblemLine.Lines lines) {
        this.problems = problems;
        this.lines = lines;
    }

    /** A problem as it is promised to others. */
    record Told(
            long id,
            String site,
            String level,
            String what,
            Stage stage,
            Instant began,
            Instant due,
            Instant overdue,
            Instant escalates,
            @Nullable Instant held,
            @Nullable Instant recovered,
            @Nullable Instant closed,
            String closedAs,
            String owner,
            long ticket,
            int alarms,
            int openAlarms) {
        static Told of(ProblemLine line) {
            var problem = line.problem();
            return new Told(
                    problem.id(),
                    line.site(),
                    problem.cause().level().name(),
                    line.what(Words.ENGLISH),
                    problem.stage(),
                    problem.began(),
                    problem.due(),
                    problem.overdue(),
                    problem.escalates(),
                    problem.held(),
                    problem.recovered(),
                    problem.closed(),
                    problem.closedAs(),
                    line.owner(),
                    problem.ticket(),
                    line.alarms(),
                    line.open());
        }
    }

    /** Until when, and why. */
    record Acknowledgement(
            @Nullable Instant until, @Nullable String reason) {}

    /** Those that are not over, the oldest first, at most a thousand. */
    @May(Right.READ)
    @GetMapping
    List<Told> open(@RequestParam(defaultValue = "") String site) {
        return lines.of(problems.open()).stream()
                .filter(line -> site.isEmpty() || line.site().equals(site))
                .limit(MOST)
                .map(Told::of)
                .toList();
    }

    /** One problem, over or not. */
    @May(Right.READ)
    @GetMapping("/{id}")
    Told one(@PathVariable long id) {
        var problem = problems.problem(id).orElseThrow(() -> Refusal.notFound("problem.unknown", id));
        return Told.of(lines.of(List.of(problem)).getFirst());
    }

    /** Somebody knows of it until a moment. */
    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/{id}/acknowledge")
    Told acknowledge(Actor actor, @PathVariable long id, @RequestBody Acknowledgement said) {
        if (said.until() == null) {
            throw Refusal.unreadable("until", "problem.until", "", 30);
        }
        problems.acknowledge(actor, id, said.until(), said.reason() == null ? "" : said.reason());
        return one(id);
    }
}
