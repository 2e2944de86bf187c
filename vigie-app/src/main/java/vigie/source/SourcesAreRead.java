package vigie.source;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.people.Actor;
import vigie.timekeeper.MovableClock;
import vigie.timekeeper.Timed;

/** Reads each live source again when its pause has gone by. */
@Component
class SourcesAreRead implements Timed {
    private final SourceTable sources;
    private final Readings readings;
    private final Clock clock;

    SourcesAreRead(SourceTable sources, Readings readings, Clock clock) {
        this.sources = sources;
        this.readings = readings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "source.timed";
    }

    @Override
    public Optional<Instant> nextDue() {
        return sources.nextDue();
    }

    @Override
    public void play(Instant now) {
        for (var source : sources.due(now)) {
            sources.postpone(source.id(), now);
            if (clock instanceof MovableClock) {
                readings.read(Actor.HOUSE, source, true, false);
            } else {
                // a slow registry must not keep the other clocks of the house waiting
                Thread.ofVirtual().name("source " + source.name()).start(() -> readByItself(source));
            }
        }
    }

    private void readByItself(Source source) {
        readings.read(Actor.HOUSE, source, true, false);
    }
}
