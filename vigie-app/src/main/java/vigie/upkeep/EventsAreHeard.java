package vigie.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.agenda.Vital;
import vigie.agenda.Vitals;
import vigie.timekeeper.TrueTime;

/** Events that some room has not heard ten minutes after they were told; they are told by true time. */
@Component
class EventsAreHeard implements Vitals {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final TrueTime time;

    EventsAreHeard(JdbcClient sql, TrueTime time) {
        this.sql = sql;
        this.time = time;
    }

    @Override
    public List<Vital> signs(Instant now) {
        var stuck = sql.sql("""
                select count(*) from event_publication where completion_date is null and publication_date < :since
                """)
                .param("since", time.clock().instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return List.of(Vital.of("upkeep.events-stuck", stuck == 0, (double) stuck, stuck, PATIENCE));
    }
}
