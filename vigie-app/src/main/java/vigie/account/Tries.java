package vigie.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.TrueTime;

/**
 * Counts wrong passwords by login, known or not: after five within a quarter of an hour the next must wait until the
 * first of them is that old. A try counts as wrong from its beginning, so that many at once gain nothing. True time.
 */
@Component
class Tries {
    static final Duration SPAN = Duration.ofMinutes(15);
    private static final int FREE = 5;
    private static final int LOGINS_KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > LOGINS_KEPT;
        }
    };

    Tries(TrueTime time) {
        this.clock = time.clock();
    }

    /** Begins a try; answers until when one must wait instead, or empty where the try may go on. */
    synchronized Optional<Instant> begin(String login) {
        var now = clock.instant();
        var before = wrong.computeIfAbsent(key(login), unseen -> new ArrayDeque<>());
        while (!before.isEmpty() && !before.getFirst().plus(SPAN).isAfter(now)) {
            before.removeFirst();
        }
        if (before.size() >= FREE) {
            return Optional.of(before.getFirst().plus(SPAN));
        }
        before.addLast(now);
        return Optional.empty();
    }

    /** The password was right: what was wrong before is forgotten. */
    synchronized void wasRight(String login) {
        wrong.remove(key(login));
    }

    /** How long it still is until then, at least a second. */
    Duration left(Instant until) {
        var left = Duration.between(clock.instant(), until);
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }

    private static String key(String login) {
        return login.length() > 100 ? login.substring(0, 100) : login;
    }
}
