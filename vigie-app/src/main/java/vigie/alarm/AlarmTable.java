package vigie.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.monitor.MetricKey;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;

/** All SQL of {@code alarm.alarm}. */
@Component
class AlarmTable {
    private final JdbcClient sql;

    AlarmTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Raises it; empty where an alarm of this check is open already. */
    Optional<Long> raise(SiteId site, MetricKey key, Instant at, String summary) {
        return sql.sql("""
                insert into alarm.alarm (site, service, metric, vo, raised, summary)
                values (:site, :service, :metric, :vo, :at, :summary)
                on conflict (service, metric, vo) where cleared is null do nothing
                returning id
                """)
                .param("site", site.value())
                .param("service", key.service().value())
                .param("metric", key.metric())
                .param("vo", key.vo())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("summary", summary)
                .query(Long.class)
                .optional();
    }

    /** Clears the open alarm of a check; answers its number, or empty where none was open. */
    Optional<Long> clear(MetricKey key, Instant at) {
        return sql.sql("""
                update alarm.alarm set cleared = greatest(raised, :at)
                 where service = :service and metric = :metric and vo = :vo and cleared is null
                returning id
                """)
                .param("service", key.service().value())
                .param("metric", key.metric())
                .param("vo", key.vo())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    Optional<Alarm> find(long id) {
        return sql.sql("select * from alarm.alarm where id = :id")
                .param("id", id)
                .query(AlarmTable::alarm)
                .optional();
    }

    List<Alarm> open() {
        return sql.sql("select * from alarm.alarm where cleared is null order by raised, id")
                .query(AlarmTable::alarm)
                .list();
    }

    List<Alarm> open(SiteId site) {
        return sql.sql("select * from alarm.alarm where cleared is null and site = :site order by raised, id")
                .param("site", site.value())
                .query(AlarmTable::alarm)
                .list();
    }

    List<Alarm> all(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select * from alarm.alarm where id in (:ids) order by raised, id")
                        .param("ids", ids)
                        .query(AlarmTable::alarm)
                        .list();
    }

    private static Alarm alarm(ResultSet row, int index) throws SQLException {
        var cleared = row.getObject("cleared", OffsetDateTime.class);
        return new Alarm(
                row.getLong("id"),
                new SiteId(row.getLong("site")),
                new ServiceId(row.getLong("service")),
                row.getString("metric"),
                row.getString("vo"),
                row.getObject("raised", OffsetDateTime.class).toInstant(),
                cleared == null ? null : cleared.toInstant(),
                row.getString("summary"));
    }
}
