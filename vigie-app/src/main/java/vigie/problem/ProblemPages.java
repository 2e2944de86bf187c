package vigie.problem;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.alarm.AlarmLine;
import vigie.alarm.Alarms;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** The console of the person on duty, and the page of one problem. */
@Controller
class ProblemPages {
    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_HOURS = 720;

    private final Problems problems;
    private final Partings partings;
    private final ProblemLine.Lines lines;
    private final Alarms alarms;
    private final AlarmLine.Lines alarmLines;
    private final NoteTable notes;
    private final Policies policies;
    private final List<ProblemPanel> panels;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ProblemPages(
            Problems problems,
            Partings partings,
            ProblemLine.Lines lines,
            Alarms alarms,
            AlarmLine.Lines alarmLines,
            NoteTable notes,
            Policies policies,
            List<ProblemPanel> panels,
            Clock clock) {
        this.problems = problems;
        this.partings = partings;
        this.lines = lines;
        this.alarms = alarms;
        this.alarmLines = alarmLines;
        this.notes = notes;
        this.policies = policies;
        this.panels = panels;
        this.clock = clock;
    }

    @May(Right.READ)
    @GetMapping("/problems")
    ModelAndView console(
            Frame frame, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "1") int page) {
        var words = frame.words();
        var wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
        var found = lines.of(problems.open()).stream()
                .filter(line -> (line.site() + " " + line.what(words) + " " + line.owner())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(wanted))
                .sorted(java.util.Comparator.comparing(
                                (ProblemLine line) -> line.problem().stage() == Stage.RECOVERED)
                        .thenComparing(line -> line.problem().began()))
                .toList();
        var pages = Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        var shown = Math.clamp(page, 1, pages);
        return Page.of(
                "problem/problems",
                frame.titled(words.say("problem.title")),
                "lines",
                found.stream().skip((shown - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList(),
                "number",
                found.size(),
                "text",
                text,
                "page",
                shown,
                "pages",
                pages);
    }

    @May(Right.READ)
    @GetMapping("/problems/{id}")
    ModelAndView one(Frame frame, @PathVariable long id) {
        var problem = problems.problem(id).orElseThrow(() -> Refusal.notFound("problem.unknown", id));
        var line = lines.of(List.of(problem)).getFirst();
        var end = problem.recovered() != null ? problem.recovered() : clock.instant();
        return Page.of(
                "problem/problem",
                frame.titled(line.what(frame.words())),
                "line",
                line,
                "alarms",
                alarmLines.of(alarms.all(problems.alarmsOf(id))),
                "notes",
                notes.of(id),
                "reasons",
                problems.reasonsOf(id),
                "tickets",
                problems.ticketsOf(id),
                "age",
                policies.age(problem.site(), problem.began(), end.isBefore(problem.began()) ? problem.began() : end),
                "panels",
                panels.stream()
                        .flatMap(panel -> panel.on(problem, frame).stream())
                        .toList(),
                "others",
                lines.of(problems.open(problem.site())).stream()
                        .filter(other -> other.problem().id() != id)
                        .toList());
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/problems/{id}/acknowledge")
    ModelAndView acknowledge(
            Actor actor,
            Frame frame,
            @PathVariable long id,
            @RequestParam String reason,
            @RequestParam(defaultValue = "24") int hours,
            RedirectAttributes left) {
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw Refusal.unreadable("hours", "problem.hours", hours, LONGEST_HOURS);
        }
        problems.acknowledge(actor, id, clock.instant().plus(Duration.ofHours(hours)), reason);
        return Done.at("/problems/" + id, left, frame.words().say("problem.deed.acknowledged"));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/problems/{id}/take")
    ModelAndView take(Actor actor, Frame frame, @PathVariable long id, RedirectAttributes left) {
        problems.take(actor, id);
        return Done.at("/problems/" + id, left, frame.words().say("problem.deed.taken"));
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/problems/{id}/note")
    ModelAndView note(
            Actor actor, Frame frame, @PathVariable long id, @RequestParam String text, RedirectAttributes left) {
        problems.note(actor, id, text);
        return Done.at("/problems/" + id, left, frame.words().say("problem.deed.noted"));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/problems/{id}/close")
    ModelAndView close(
            Actor actor,
            Frame frame,
            @PathVariable long id,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes left) {
        if (as.isEmpty()) {
            problems.close(actor, id, reason);
        } else {
            problems.closeThoughBad(actor, id, grounds(as), reason);
        }
        // from the console one goes back to the console
        var path = back.equals("/duty") ? back : "/problems/" + id;
        return Done.at(path, left, frame.words().say("problem.deed.closed"));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/problems/{id}/split")
    ModelAndView split(
            Actor actor,
            Frame frame,
            @PathVariable long id,
            @RequestParam long alarm,
            @RequestParam String reason,
            RedirectAttributes left) {
        var fresh = partings.split(actor, id, alarm, reason);
        return Done.at("/problems/" + fresh, left, frame.words().say("problem.deed.split"));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/problems/{id}/merge")
    ModelAndView merge(
            Actor actor,
            Frame frame,
            @PathVariable long id,
            @RequestParam long other,
            @RequestParam String reason,
            RedirectAttributes left) {
        partings.merge(actor, id, other, reason);
        return Done.at("/problems/" + id, left, frame.words().say("problem.deed.merged"));
    }

    private static NotGood grounds(String as) {
        return Arrays.stream(NotGood.values())
                .filter(known -> known.name().equals(as))
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable("as", "problem.not-good", as, Arrays.toString(NotGood.values())));
    }
}
