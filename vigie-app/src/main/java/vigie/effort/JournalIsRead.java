package vigie.effort;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.timekeeper.Timed;

/** Every hour the journal is read on, and names that were kept long enough are forgotten. */
@Component
class JournalIsRead implements Timed {
    private static final Duration EVERY = Duration.ofHours(1);

    private final Acts acts;
    private final ActTable table;
    private final Duration kept;
    private final Clock clock;
    private volatile @Nullable Instant done;

    JournalIsRead(Acts acts, ActTable table, @Value("${vigie.effort.keep-persons:548d}") Duration kept, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "effort.timed";
    }

    @Override
    public Optional<Instant> nextDue() {
        var last = done;
        return Optional.of(last == null ? clock.instant() : last.plus(EVERY));
    }

    @Override
    public void play(Instant now) {
        acts.read();
        table.forgetPersonsBefore(now.minus(kept));
        done = now;
    }
}
