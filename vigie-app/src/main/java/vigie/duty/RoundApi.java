package vigie.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Words;

/** The rounds of the day, for machines; the day is that of the house. */
@RestController
@RequestMapping("/api/v1/duty/rounds")
class RoundApi {
    private final Rounds rounds;

    RoundApi(Rounds rounds) {
        this.rounds = rounds;
    }

    /** How many are wanted on a day of duty, and those that were made today. */
    record Told(int wanted, List<Rounds.Round> made) {}

    /** What was seen on a round. */
    record Made(@Nullable String note) {}

    @May(Right.HANDLE_PROBLEMS)
    @GetMapping
    Told today() {
        return new Told(rounds.wanted(), rounds.today(Words.FRENCH.zone()));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping
    Told made(Actor actor, @RequestBody Made made) {
        rounds.made(actor, made.note() == null ? "" : made.note());
        return today();
    }
}
