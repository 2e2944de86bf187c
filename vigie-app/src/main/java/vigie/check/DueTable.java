package vigie.check;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vigie.registry.ServiceId;

/** The table {@code check.due}: when each check is to run next, so that a start of Vigie changes nothing. */
@Component
class DueTable {
    private final JdbcTemplate sql;

    DueTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** A metric of a service. */
    record Key(ServiceId service, String metric) {}

    Map<Key, Instant> all() {
        var due = new HashMap<Key, Instant>();
        sql.query("select service, metric, next from \"check\".due", row -> {
            due.put(
                    new Key(new ServiceId(row.getLong(1)), row.getString(2)),
                    row.getObject(3, OffsetDateTime.class).toInstant());
        });
        return due;
    }

    void keep(Map<Key, Instant> next) {
        if (!next.isEmpty()) {
            sql.update(
                    """
                    insert into "check".due (service, metric, next)
                    select * from unnest(?::bigint[], ?::text[], ?::timestamptz[])
                    on conflict (service, metric) do update set next = excluded.next
                    """,
                    next.keySet().stream().map(key -> key.service().value()).toArray(Long[]::new),
                    next.keySet().stream().map(Key::metric).toArray(String[]::new),
                    next.values().stream().map(Instant::toString).toArray(String[]::new));
        }
    }
}
