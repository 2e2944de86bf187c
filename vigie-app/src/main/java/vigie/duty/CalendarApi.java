package vigie.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.People;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.time.Interval;
import vigie.words.Refusal;

/** Who is on duty, for machines. */
@RestController
@RequestMapping("/api/v1/duty")
class CalendarApi {
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Calendar calendar;
    private final Roster roster;
    private final TurnTable turns;
    private final People people;
    private final Federation federation;
    private final Clock clock;

    CalendarApi(Calendar calendar, Roster roster, TurnTable turns, People people, Federation federation, Clock clock) {
        this.calendar = calendar;
        this.roster = roster;
        this.turns = turns;
        this.people = people;
        this.federation = federation;
        this.clock = clock;
    }

    /** A turn as it is promised to others; the NGI is empty where it is for all. */
    record Told(long id, String ngi, String person, String standIn, Instant begins, Instant ends) {
        static Told of(TurnLine line) {
            var turn = line.turn();
            return new Told(
                    turn.id(),
                    turn.ngi(),
                    line.person(),
                    line.standIn(),
                    turn.during().start(),
                    turn.during().end());
        }
    }

    /** A turn as it is wished: persons by their logins. */
    record Wished(
            @Nullable String ngi,
            @Nullable String person,
            @Nullable String standIn,
            @Nullable Instant begins,
            @Nullable Instant ends) {}

    /** Who hears of the problems of a site now: {@code why} is a name of {@link Hearing.Why}. */
    record Heard(String site, String why, List<String> who) {}

    /** The turns of the year ahead, by their start. */
    @May(Right.READ)
    @GetMapping("/turns")
    List<Told> turns() {
        var now = clock.instant();
        return turns.during(new Interval(now, now.plus(AHEAD))).stream()
                .map(turn -> Told.of(TurnLine.of(turn, people, now)))
                .toList();
    }

    /** Gives somebody a turn. */
    @May(Right.PLAN_DUTY)
    @PostMapping("/turns")
    Told plan(Actor actor, @RequestBody Wished wished) {
        if (wished.begins() == null || wished.ends() == null) {
            throw Refusal.unreadable("begins", "duty.no-moment", "");
        }
        var during = Calendar.stretch(wished.begins(), wished.ends());
        var id = calendar.plan(actor, text(wished.ngi()), text(wished.person()), text(wished.standIn()), during);
        return turns.during(during).stream()
                .filter(turn -> turn.id() == id)
                .map(turn -> Told.of(TurnLine.of(turn, people, clock.instant())))
                .findFirst()
                .orElseThrow();
    }

    /** Who hears of the problems of a site now. */
    @May(Right.READ)
    @GetMapping("/now")
    Heard now(@RequestParam String site) {
        var known = federation.siteNamed(site).orElseThrow(() -> Refusal.notFound("duty.no-site", site));
        var hearing = roster.of(known.id());
        return new Heard(known.name(), hearing.why().name(), hearing.who());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
