package vigie.duty;

import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.People;
import vigie.people.Right;
import vigie.problem.Problem;
import vigie.registry.Federation;
import vigie.words.Refusal;

/** The console: one list, each line with its next step; the rounds of the day, and the notepad. */
@Controller
class ConsolePages {
    private static final String PATH = "/duty";

    private final Console console;
    private final Rounds rounds;
    private final Notepad notepad;
    private final Handovers handovers;
    private final Roster roster;
    private final People people;
    private final Federation federation;

    ConsolePages(
            Console console,
            Rounds rounds,
            Notepad notepad,
            Handovers handovers,
            Roster roster,
            People people,
            Federation federation) {
        this.console = console;
        this.rounds = rounds;
        this.notepad = notepad;
        this.handovers = handovers;
        this.roster = roster;
        this.people = people;
        this.federation = federation;
    }

    @May(Right.HANDLE_PROBLEMS)
    @GetMapping(PATH)
    ModelAndView all(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "false") boolean everything,
            @RequestParam(defaultValue = "1") int page) {
        var zone = frame.words().zone();
        // who watches one site only sees what is to be done there, and not the papers of those on duty
        var everywhere = actor.may(Right.HANDLE_PROBLEMS, 0);
        return Page.of(
                "duty/console",
                frame.titled(frame.words().say("duty.title")),
                "today",
                console.of(actor, wanted(site), everything, page, zone),
                "site",
                site,
                "everything",
                everything,
                "rounds",
                rounds.today(zone),
                "wanted",
                rounds.wanted(),
                "jottings",
                everywhere ? notepad.standing() : java.util.List.of(),
                "handovers",
                everywhere ? handovers.waitingFor(actor).stream().toList() : java.util.List.of(),
                "everywhere",
                everywhere,
                "watch",
                OnDuty.of(roster, people, frame.now()));
    }

    private Predicate<Problem> wanted(String site) {
        if (site.isBlank()) {
            return problem -> true;
        }
        var known = federation
                .siteNamed(site.strip())
                .orElseThrow(() -> Refusal.notFound("duty.no-site", site))
                .id();
        return problem -> problem.site().equals(known);
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping(PATH + "/rounds")
    ModelAndView round(
            Frame frame, Actor actor, @RequestParam(defaultValue = "") String note, RedirectAttributes left) {
        rounds.made(actor, note);
        return Done.at(PATH, left, frame.words().say("duty.deed.round"));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping(PATH + "/notes")
    ModelAndView jot(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes left) {
        var number = site.isBlank()
                ? 0
                : federation
                        .siteNamed(site.strip())
                        .orElseThrow(() -> Refusal.unreadable("site", "duty.no-site", site))
                        .id()
                        .value();
        notepad.jot(actor, number, text);
        return Done.at(PATH, left, frame.words().say("duty.deed.jotted"));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping(PATH + "/notes/{id}/strike")
    ModelAndView strike(Frame frame, Actor actor, @PathVariable long id, RedirectAttributes left) {
        notepad.strike(actor, id);
        return Done.at(PATH, left, frame.words().say("duty.deed.struck"));
    }
}
