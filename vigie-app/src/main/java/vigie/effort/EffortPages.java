package vigie.effort;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.People;
import vigie.people.Person;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.SiteId;
import vigie.time.Month;
import vigie.words.Refusal;

/** A month's effort by site, one's own, and who saw the problems first. Persons are shown to the NGI's manager alone. */
@Controller
class EffortPages {
    private final ActTable acts;
    private final SeenTable seen;
    private final Federation federation;
    private final People people;
    private final Clock clock;

    EffortPages(ActTable acts, SeenTable seen, Federation federation, People people, Clock clock) {
        this.acts = acts;
        this.seen = seen;
        this.federation = federation;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/effort")
    @May(Right.READ)
    ModelAndView month(Frame frame, Actor actor, @RequestParam(defaultValue = "") String month) {
        var wanted = wanted(month);
        var done = acts.during(wanted.interval());
        return Page.of(
                "effort/effort",
                frame.titled(frame.words().say("effort.title")),
                "month",
                wanted,
                "homes",
                Sums.ofHomes(done).stream()
                        .map(sum -> new EffortLines.Home(sum, sum.home() == 0 ? "" : name(sum.home())))
                        .toList(),
                "sites",
                Sums.ofSites(seen.during(wanted.interval())).stream()
                        .map(sum -> new EffortLines.Site(sum, name(sum.site())))
                        .toList(),
                "mine",
                mine(done, actor),
                "persons",
                actor.may(Right.SEE_EFFORT_OF_PERSONS) ? persons(done) : List.of());
    }

    @GetMapping("/effort/acts")
    @May(Right.READ)
    ModelAndView acts(
            Frame frame,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(required = false) @Nullable Long home) {
        var wanted = wanted(month);
        var lines = acts.during(wanted.interval()).stream()
                .filter(act -> home == null || act.home() == home)
                .map(act -> new EffortLines.Done(act, name(act.site())))
                .toList();
        var words = frame.words();
        return Page.of(
                "effort/acts",
                frame.titled(
                        home == null
                                ? words.say("effort.acts", wanted.toString())
                                : words.say("effort.acts-of", home == 0 ? words.say("effort.no-site") : name(home))),
                "month",
                wanted,
                "lines",
                lines);
    }

    @GetMapping("/effort/seen")
    @May(Right.READ)
    ModelAndView seen(
            Frame frame,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(required = false) @Nullable Long site) {
        var wanted = wanted(month);
        var lines = seen.during(wanted.interval()).stream()
                .filter(one -> site == null || one.site() == site)
                .map(one -> new EffortLines.Problem(one, name(one.site())))
                .toList();
        return Page.of(
                "effort/seen",
                frame.titled(
                        site == null
                                ? frame.words().say("effort.seen-list", wanted.toString())
                                : frame.words().say("effort.seen-at", name(site))),
                "month",
                wanted,
                "lines",
                lines);
    }

    /** A site's name as it is now; its number where it is not known any more. */
    private String name(long site) {
        return federation.site(new SiteId(site)).map(one -> one.name()).orElse("#" + site);
    }

    private Month wanted(String month) {
        try {
            return month.isBlank() ? Month.of(clock.instant()) : Month.parse(month.strip());
        } catch (IllegalArgumentException wrong) {
            throw Refusal.unreadable("month", "effort.month", month);
        }
    }

    private static EffortLines.Person mine(List<Act> done, Actor actor) {
        var own = done.stream().filter(act -> act.person() == actor.person()).toList();
        return sum(actor.name(), own);
    }

    private List<EffortLines.Person> persons(List<Act> done) {
        var byPerson = new TreeMap<Long, List<Act>>();
        done.stream()
                .filter(act -> act.person() != 0)
                .forEach(act -> byPerson.computeIfAbsent(act.person(), person -> new ArrayList<>())
                        .add(act));
        return byPerson.entrySet().stream()
                .map(one ->
                        sum(people.person(one.getKey()).map(Person::name).orElse("#" + one.getKey()), one.getValue()))
                .toList();
    }

    private static EffortLines.Person sum(String name, List<Act> done) {
        var help = done.stream().filter(Act::isHelp).count();
        return new EffortLines.Person(name, done.size() - help, help);
    }
}
