package vigie.effort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.time.Interval;

/** The table {@code effort.act}. */
@Component
class ActTable {
    private final JdbcClient sql;

    ActTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Act act) {
        sql.sql("""
                insert into effort.act (deed, at, person, home, site, what, about)
                values (:deed, :at, :person, :home, :site, :what, :about) on conflict do nothing
                """)
                .param("deed", act.deed())
                .param("at", utc(act.at()))
                .param("person", act.person())
                .param("home", act.home())
                .param("site", act.site())
                .param("what", act.what())
                .param("about", act.about())
                .update();
    }

    List<Act> during(Interval time) {
        return sql.sql("select * from effort.act where at >= :from and at < :to order by at, deed")
                .param("from", utc(time.start()))
                .param("to", utc(time.end()))
                .query(ActTable::act)
                .list();
    }

    /** The first moment in a stretch at which somebody did something for a site: its own people, or others. */
    Optional<Instant> first(long site, boolean itsOwn, Interval time) {
        return sql.sql("""
                select min(at) from effort.act
                 where site = :site and (home = site) = :own and at >= :from and at < :to
                """)
                .param("site", site)
                .param("own", itsOwn)
                .param("from", utc(time.start()))
                .param("to", utc(time.end()))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Whose name has been kept since before a moment is no longer known; what was done still counts. */
    int forgetPersonsBefore(Instant moment) {
        return sql.sql("update effort.act set person = 0 where at < :moment and person <> 0")
                .param("moment", utc(moment))
                .update();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Act act(ResultSet row, int index) throws SQLException {
        return new Act(
                row.getLong("deed"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("person"),
                row.getLong("home"),
                row.getLong("site"),
                row.getString("what"),
                row.getString("about"));
    }
}
