package vigie.help;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** A call that nobody has answered for so many office hours is brought before those on duty, once. */
@Component
class UnansweredCallsClimb implements Timed {
    private final CallList list;
    private final Climbing climbing;

    UnansweredCallsClimb(CallList list, Climbing climbing) {
        this.list = list;
        this.climbing = climbing;
    }

    @Override
    public String name() {
        return "help.timed.climb";
    }

    @Override
    public Optional<Instant> nextDue() {
        return list.nextClimb();
    }

    @Override
    public void play(Instant now) {
        list.climbing(now).forEach(climbing::climb);
    }
}
