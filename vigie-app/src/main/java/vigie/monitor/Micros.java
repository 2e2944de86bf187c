package vigie.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** Moments to the microsecond, as PostgreSQL keeps them: a number since 1970, in UTC. */
final class Micros {
    private static final long A_SECOND = TimeUnit.SECONDS.toMicros(1);

    private Micros() {}

    static long of(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), A_SECOND), moment.getNano() / 1000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * 1000);
    }

    /** The moment without what PostgreSQL would not keep. */
    static Instant whole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
