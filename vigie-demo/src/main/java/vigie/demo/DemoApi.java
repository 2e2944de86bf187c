package vigie.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** The demonstration for scripts: its clock and its machines. */
@RestController
@RequestMapping("/api/v1/demo")
class DemoApi {
    private final Stage stage;
    private final Hand hand;
    private final DemoClock clock;
    private final Journal journal;

    DemoApi(Stage stage, Hand hand, DemoClock clock, Journal journal) {
        this.stage = stage;
        this.hand = hand;
        this.clock = clock;
        this.journal = journal;
    }

    /** How far the past has been played. */
    record Playing(boolean playing, long day, long of, Instant now) {}

    /** How far the clock is to move: an ISO 8601 duration. */
    record Move(@Nullable String advance) {}

    /** A machine, and whether it runs. */
    record MachineSeen(long service, String host, String type, int port, boolean runs) {}

    @GetMapping
    @May(Right.READ)
    Playing playing() {
        return new Playing(
                !hand.goes(),
                Math.min(
                        clock.days(),
                        Duration.between(clock.begin(), hand.now()).toDays()),
                clock.days(),
                hand.now());
    }

    /** Moves the clock; answers when every deadline on the way has been played. */
    @PostMapping("/clock")
    @May(Right.PLAY_DEMONSTRATION)
    Playing advance(Actor actor, @RequestBody Move move) {
        var before = hand.now();
        hand.advance(span(move.advance()));
        journal.write(
                actor,
                "demo:clock",
                "demo.deed.moved",
                before.toString(),
                hand.now().toString(),
                "");
        return playing();
    }

    @PostMapping("/services/{id}/stop")
    @May(Right.PLAY_DEMONSTRATION)
    MachineSeen stop(Actor actor, @PathVariable long id) {
        return seen(stage.set(actor, id, false));
    }

    @PostMapping("/services/{id}/start")
    @May(Right.PLAY_DEMONSTRATION)
    MachineSeen start(Actor actor, @PathVariable long id) {
        return seen(stage.set(actor, id, true));
    }

    private static MachineSeen seen(Prop prop) {
        var service = prop.service();
        return new MachineSeen(service.id().value(), service.host(), service.type(), prop.port(), prop.runs());
    }

    private static Duration span(@Nullable String text) {
        try {
            return Duration.parse(text == null ? "" : text);
        } catch (DateTimeParseException odd) {
            throw Refusal.unreadable("advance", "demo.advance", text);
        }
    }
}
