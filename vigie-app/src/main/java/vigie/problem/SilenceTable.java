package vigie.problem;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.people.Actor;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;

/** All SQL of {@code problem.silence}. */
@Component
class SilenceTable {
    private static final String COLUMNS = "select id, site, service, metric, begins, ends, who, reason";

    private final JdbcClient sql;

    SilenceTable(JdbcClient sql) {
        this.sql = sql;
    }

    long add(SiteId site, long service, String metric, Instant begins, Instant ends, Actor who, String reason) {
        return sql.sql("""
                insert into problem.silence (site, service, metric, begins, ends, person, who, reason)
                values (:site, :service, :metric, :begins, :ends, :person, :who, :reason) returning id
                """)
                .param("site", site.value())
                .param("service", service)
                .param("metric", metric)
                .param("begins", begins.atOffset(ZoneOffset.UTC))
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .param("person", who.person())
                .param("who", who.name())
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    Optional<Silence> find(long id) {
        return sql.sql(COLUMNS + " from problem.silence where id = :id")
                .param("id", id)
                .query(SilenceTable::silence)
                .optional();
    }

    void end(long id, Instant now) {
        // one that ends in the moment in which it began was there for a moment
        sql.sql("""
                update problem.silence
                   set begins = least(begins, :now::timestamptz - interval '1 second'), ends = :now
                 where id = :id
                """).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** Those that run now, the first to end first. */
    List<Silence> running(Instant now) {
        return sql.sql(COLUMNS + " from problem.silence where begins <= :now and ends > :now order by ends, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SilenceTable::silence)
                .list();
    }

    /** The last that ended, the latest first. */
    List<Silence> ended(Instant now, int limit) {
        return sql.sql(COLUMNS + " from problem.silence where ends <= :now order by ends desc, id desc limit :limit")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(SilenceTable::silence)
                .list();
    }

    private static Silence silence(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new Silence(
                row.getLong(1),
                new SiteId(row.getLong(2)),
                new ServiceId(row.getLong(3)),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8));
    }
}
