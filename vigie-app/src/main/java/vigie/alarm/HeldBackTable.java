package vigie.alarm;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.monitor.MetricKey;
import vigie.registry.ServiceId;

/** All SQL of {@code alarm.held_back}: what is bad while an outage is announced. */
@Component
class HeldBackTable {
    private final JdbcClient sql;
    private final JdbcTemplate template;

    HeldBackTable(JdbcClient sql, JdbcTemplate template) {
        this.sql = sql;
        this.template = template;
    }

    void until(MetricKey key, Instant end) {
        sql.sql("""
                insert into alarm.held_back (service, metric, vo, until) values (:service, :metric, :vo, :until)
                on conflict (service, metric, vo) do update set until = excluded.until
                """)
                .param("service", key.service().value())
                .param("metric", key.metric())
                .param("vo", key.vo())
                .param("until", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(List<MetricKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        template.update("""
                delete from alarm.held_back h using unnest(?::bigint[], ?::text[], ?::text[]) as n (service, metric, vo)
                 where h.service = n.service and h.metric = n.metric and h.vo = n.vo
                """, Keys.services(keys), Keys.metrics(keys), Keys.vos(keys));
    }

    Optional<Instant> earliest() {
        return sql.sql("select until from alarm.held_back order by until limit 1")
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    void forgetEndedBy(Instant now) {
        sql.sql("delete from alarm.held_back where until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<MetricKey> all() {
        return sql.sql("select service, metric, vo from alarm.held_back order by until")
                .query((row, index) -> new MetricKey(new ServiceId(row.getLong(1)), row.getString(2), row.getString(3)))
                .list();
    }

    List<MetricKey> endedBy(Instant now) {
        return sql.sql("select service, metric, vo from alarm.held_back where until <= :now order by until")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new MetricKey(new ServiceId(row.getLong(1)), row.getString(2), row.getString(3)))
                .list();
    }
}
