package vigie.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Rounds;
import vigie.timekeeper.TrueTime;

/**
 * Empties the tray, one letter after the other. A letter that the mail server does not take is offered again, ever more
 * seldom, for some three days; then the house gives up and says so.
 */
@Component
class LettersLeave extends Rounds {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3));
    static final int MOST_TRIES = 30;

    private final LetterTable letters;
    private final Postman postman;
    private final Troubles troubles;
    private final Clock clock;
    private final TrueTime time;
    private final Duration againAfter;

    LettersLeave(
            LetterTable letters,
            Postman postman,
            Troubles troubles,
            Clock clock,
            TrueTime time,
            @Value("${vigie.mail.every:PT0.5S}") Duration every,
            @Value("${vigie.mail.again-after:PT1M}") Duration againAfter) {
        super("letters-leave", every);
        this.letters = letters;
        this.postman = postman;
        this.troubles = troubles;
        this.clock = clock;
        this.time = time;
        this.againAfter = againAfter;
    }

    @Override
    protected boolean isWanted() {
        return troubles.configured();
    }

    @Override
    protected void round() {
        try {
            while (isRunning() && sendOne()) {
                // until the tray is empty
            }
        } catch (DataAccessException unwritten) {
            troubles.sending(String.valueOf(unwritten.getMessage()));
        }
    }

    private boolean sendOne() {
        var now = time.clock().instant();
        var taken = letters.takeUp(now, now.plus(againAfter));
        if (taken.isEmpty()) {
            return false;
        }
        var letter = taken.get().letter();
        var outcome = postman.send(taken.get());
        troubles.sending(outcome.sent() ? "" : outcome.trouble());
        if (outcome.sent()) {
            letters.sent(letter.id(), clock.instant(), outcome.trouble());
        } else {
            var givenUp = outcome.hopeless() || letter.tries() >= MOST_TRIES;
            letters.failed(
                    letter.id(),
                    now.plus(pauseAfter(letter.tries())),
                    givenUp ? clock.instant() : null,
                    outcome.trouble(),
                    outcome.unsure());
        }
        return true;
    }

    /** How long to wait after so many tries. */
    static Duration pauseAfter(int tries) {
        return PAUSES.get(Math.clamp(tries - 1L, 0, PAUSES.size() - 1));
    }
}
