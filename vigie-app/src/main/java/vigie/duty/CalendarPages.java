package vigie.duty;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
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
import vigie.people.Person;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.time.Interval;
import vigie.words.Refusal;

/** The calendar of the duty: who, from when to when, who steps in; and when nobody is. */
@Controller
class CalendarPages {
    private static final String PATH = "/duty/calendar";
    private static final Duration BACK = Duration.ofDays(14);
    private static final Duration AHEAD = Duration.ofDays(366);
    private static final int MONDAY_MORNING = 9;

    private final Calendar calendar;
    private final TurnTable turns;
    private final PauseTable pauses;
    private final Feeds feeds;
    private final Federation federation;
    private final People people;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    CalendarPages(
            Calendar calendar,
            TurnTable turns,
            PauseTable pauses,
            Feeds feeds,
            Federation federation,
            People people,
            Clock clock) {
        this.calendar = calendar;
        this.turns = turns;
        this.pauses = pauses;
        this.feeds = feeds;
        this.federation = federation;
        this.people = people;
        this.clock = clock;
    }

    @May(Right.READ)
    @GetMapping(PATH)
    ModelAndView all(Frame frame, Actor actor) {
        var now = clock.instant();
        var monday = now.atZone(frame.words().zone())
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .toLocalDate()
                .atTime(MONDAY_MORNING, 0)
                .atZone(frame.words().zone());
        return Page.of(
                "duty/calendar",
                frame.titled(frame.words().say("duty.calendar")),
                "turns",
                turns.during(new Interval(now.minus(BACK), now.plus(AHEAD))).stream()
                        .map(turn -> TurnLine.of(turn, people, now))
                        .toList(),
                "pauses",
                pauses.notOver(now).stream()
                        .map(pause -> new PauseLine(
                                pause, name(pause.site()), pause.during().contains(now)))
                        .toList(),
                "delegations",
                pauses.delegations(now).stream()
                        .map(one -> new DelegationLine(one, name(one.watched()), name(one.watcher())))
                        .toList(),
                "persons",
                persons(),
                "ngis",
                ngis(),
                "sites",
                federation.sites(),
                "begin",
                Moments.write(frame, monday.toInstant()),
                "end",
                Moments.write(frame, monday.plusWeeks(1).toInstant()),
                "hasFeed",
                feeds.isThere(actor.person()));
    }

    @May(Right.PLAN_DUTY)
    @PostMapping(PATH)
    ModelAndView plan(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String ngi,
            @RequestParam String person,
            @RequestParam(defaultValue = "") String standin,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String end,
            RedirectAttributes left) {
        calendar.plan(actor, ngi, person, standin, stretch(frame, start, end));
        return Done.at(PATH, left, frame.words().say("duty.deed.planned"));
    }

    @May(Right.PLAN_DUTY)
    @PostMapping(PATH + "/{id}/stand-in")
    ModelAndView standIn(
            Frame frame,
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String standin,
            RedirectAttributes left) {
        calendar.standIn(actor, id, standin);
        return Done.at(PATH, left, frame.words().say("duty.deed.stand-in"));
    }

    @May(Right.PLAN_DUTY)
    @PostMapping(PATH + "/{id}/take-back")
    ModelAndView takeBack(Frame frame, Actor actor, @PathVariable long id, RedirectAttributes left) {
        calendar.takeBack(actor, id);
        return Done.at(PATH, left, frame.words().say("duty.deed.taken-back"));
    }

    @May(Right.DECIDE_DUTY)
    @PostMapping("/duty/pauses")
    ModelAndView pause(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String ngi,
            @RequestParam(defaultValue = "0") long site,
            @RequestParam(defaultValue = "SITE") String instead,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String end,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes left) {
        var who = Arrays.stream(Pause.Instead.values())
                .filter(one -> one.name().equals(instead))
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable("instead", "duty.no-instead", instead));
        calendar.pause(
                actor,
                new Pause(0, ngi, new SiteId(site), stretch(frame, start, end), who, address, reason, actor.name()));
        return Done.at(PATH, left, frame.words().say("duty.deed.paused"));
    }

    @May(Right.DECIDE_DUTY)
    @PostMapping("/duty/pauses/{id}/end")
    ModelAndView endPause(Frame frame, Actor actor, @PathVariable long id, RedirectAttributes left) {
        calendar.endPause(actor, id);
        return Done.at(PATH, left, frame.words().say("duty.deed.pause-ended"));
    }

    @May(Right.DECIDE_DUTY)
    @PostMapping("/duty/delegations")
    ModelAndView delegate(
            Frame frame,
            Actor actor,
            @RequestParam long watched,
            @RequestParam long watcher,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String end,
            @RequestParam(defaultValue = "") String limits,
            @RequestParam(defaultValue = "") String agreed,
            @RequestParam(defaultValue = "false") boolean lends,
            RedirectAttributes left) {
        calendar.delegate(
                actor,
                new Delegation(
                        0,
                        new SiteId(watched),
                        new SiteId(watcher),
                        stretch(frame, start, end),
                        limits,
                        agreed,
                        actor.name(),
                        lends));
        return Done.at(PATH, left, frame.words().say("duty.deed.delegated"));
    }

    @May(Right.DECIDE_DUTY)
    @PostMapping("/duty/delegations/{id}/end")
    ModelAndView endDelegation(Frame frame, Actor actor, @PathVariable long id, RedirectAttributes left) {
        calendar.endDelegation(actor, id);
        return Done.at(PATH, left, frame.words().say("duty.deed.delegation-ended"));
    }

    @May(Right.OWN_TOKENS)
    @PostMapping("/duty/feed")
    ModelAndView feed(Frame frame, Actor actor) {
        return Page.of(
                "duty/feed",
                frame.titled(frame.words().say("duty.feed")),
                "address",
                "/duty/" + feeds.make(actor) + "/calendar.ics");
    }

    private static Interval stretch(Frame frame, String start, String end) {
        Instant begins = Moments.read(frame, "start", start);
        return Calendar.stretch(begins, Moments.read(frame, "end", end));
    }

    private List<Person> persons() {
        var held = people.grants();
        return people.everyone().stream()
                .filter(Person::active)
                .filter(person -> held.getOrDefault(person.id(), java.util.Set.of()).stream()
                        .anyMatch(grant -> Right.HANDLE_PROBLEMS.isHeldBy(grant.role())))
                .toList();
    }

    private List<String> ngis() {
        return federation.sites().stream()
                .map(Site::ngi)
                .filter(ngi -> !ngi.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private String name(SiteId site) {
        return site.value() == 0 ? "" : federation.site(site).map(Site::name).orElse("?");
    }
}
