package vigie.upkeep;

import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vigie.timekeeper.Rounds;
import vigie.timekeeper.TrueTime;

/**
 * Tells an event again to a room that has not heard it to the end: its database was killed meanwhile, or it failed. At a
 * start all of them are told again anyway; this is for a Vigie that goes on.
 */
@Component
class EventsAreHeardAgain extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(EventsAreHeardAgain.class);

    private static final int AT_ONCE = 1_000;

    private final FailedEventPublications events;
    private final JdbcClient sql;
    private final TrueTime time;
    private final Duration after;

    EventsAreHeardAgain(
            FailedEventPublications events,
            JdbcClient sql,
            TrueTime time,
            @Value("${vigie.events.again-after:PT1M}") Duration after) {
        super("events-again", after.dividedBy(4));
        this.events = events;
        this.sql = sql;
        this.time = time;
        this.after = after;
    }

    @Override
    protected boolean isWanted() {
        return true;
    }

    @Override
    protected void round() {
        try {
            if (giveUpWaiting() > 0) {
                events.resubmit(ResubmissionOptions.defaults().withBatchSize(AT_ONCE));
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Events that were not heard to the end are told again later: {}", away.getMessage());
        }
    }

    /** Nobody listens any more to what was told so long ago; answers how many such events there are. */
    int giveUpWaiting() {
        return sql.sql("""
                update event_publication set status = 'FAILED'
                 where completion_date is null and coalesce(last_resubmission_date, publication_date) < :since
                """)
                .param("since", time.clock().instant().minus(after).atOffset(ZoneOffset.UTC))
                .update();
    }
}
