package vigie.duty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.SiteId;
import vigie.time.Interval;

/** All SQL of {@code duty.pause} and {@code duty.delegation}: who hears instead of those on duty. */
@Component
class PauseTable {
    private final JdbcClient sql;

    PauseTable(JdbcClient sql) {
        this.sql = sql;
    }

    long add(Pause pause) {
        return sql.sql("""
                insert into duty.pause (ngi, site, begins, ends, instead, address, reason, who)
                values (:ngi, :site, :begins, :ends, :instead, :address, :reason, :who) returning id
                """)
                .param("ngi", pause.ngi())
                .param("site", pause.site().value())
                .param("begins", pause.during().start().atOffset(ZoneOffset.UTC))
                .param("ends", pause.during().end().atOffset(ZoneOffset.UTC))
                .param("instead", pause.instead().name())
                .param("address", pause.address())
                .param("reason", pause.reason())
                .param("who", pause.who())
                .query(Long.class)
                .single();
    }

    Optional<Pause> pause(long id) {
        return pauses("where id = :moment", id).stream().findFirst();
    }

    /** Those that have not ended, the first to begin first; one of a single site before those of many. */
    List<Pause> notOver(Instant now) {
        return pauses("where ends > :moment", now.atOffset(ZoneOffset.UTC));
    }

    private List<Pause> pauses(String where, Object moment) {
        return sql.sql("select * from duty.pause " + where + " order by (site = 0), (ngi = ''), begins, id")
                .param("moment", moment)
                .query((row, index) -> new Pause(
                        row.getLong("id"),
                        row.getString("ngi"),
                        new SiteId(row.getLong("site")),
                        new Interval(TurnTable.moment(row, "begins"), TurnTable.moment(row, "ends")),
                        Pause.Instead.valueOf(row.getString("instead")),
                        row.getString("address"),
                        row.getString("reason"),
                        row.getString("who")))
                .list();
    }

    /** Ends a pause or a delegation now; one that has not begun never was. */
    void endPause(long id, Instant now) {
        end("pause", id, now);
    }

    void endDelegation(long id, Instant now) {
        end("delegation", id, now);
    }

    private void end(String table, long id, Instant now) {
        sql.sql("delete from duty." + table + " where id = :id and begins >= :now")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("update duty." + table + " set ends = :now where id = :id and ends > :now")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    long add(Delegation one) {
        return sql.sql("""
                insert into duty.delegation (watched, watcher, begins, ends, limits, agreed, who, lends)
                values (:watched, :watcher, :begins, :ends, :limits, :agreed, :who, :lends) returning id
                """)
                .param("watched", one.watched().value())
                .param("watcher", one.watcher().value())
                .param("begins", one.during().start().atOffset(ZoneOffset.UTC))
                .param("ends", one.during().end().atOffset(ZoneOffset.UTC))
                .param("limits", one.limits())
                .param("agreed", one.agreed())
                .param("who", one.who())
                .param("lends", one.lends())
                .query(Long.class)
                .single();
    }

    /** The agreements that have not ended, the first to begin first. */
    List<Delegation> delegations(Instant now) {
        return sql.sql("select * from duty.delegation where ends > :now order by begins, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Delegation(
                        row.getLong("id"),
                        new SiteId(row.getLong("watched")),
                        new SiteId(row.getLong("watcher")),
                        new Interval(TurnTable.moment(row, "begins"), TurnTable.moment(row, "ends")),
                        row.getString("limits"),
                        row.getString("agreed"),
                        row.getString("who"),
                        row.getBoolean("lends")))
                .list();
    }
}
