package vigie.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vigie.registry.ServiceId;
import vigie.status.HardState;
import vigie.status.Status;

/** The tables {@code monitor.metric} and {@code monitor.state}: one line of each for whatever is watched. */
@Component
class StateTable {
    private final JdbcTemplate sql;

    StateTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Reads everything that is held. */
    void read(Consumer<Held> reader) {
        sql.query("select * from monitor.metric m join monitor.state s on s.metric = m.id", row -> {
            reader.accept(held(row));
        });
    }

    /** Numbers metrics that were never heard of before; answered in the same order. */
    List<Integer> number(List<MetricKey> fresh) {
        var numbers = new java.util.HashMap<MetricKey, Integer>();
        sql.query(
                """
                insert into monitor.metric (service, name, vo)
                select * from unnest(?::bigint[], ?::text[], ?::text[])
                on conflict (service, name, vo) do update set name = excluded.name
                returning id, service, name, vo
                """,
                row -> {
                    numbers.put(
                            new MetricKey(new ServiceId(row.getLong(2)), row.getString(3), row.getString(4)),
                            row.getInt(1));
                },
                fresh.stream().map(key -> key.service().value()).toArray(Long[]::new),
                fresh.stream().map(MetricKey::metric).toArray(String[]::new),
                fresh.stream().map(MetricKey::vo).toArray(String[]::new));
        return fresh.stream().map(numbers::get).toList();
    }

    /** Writes what is held now of metrics that are in the table. */
    void update(Map<Integer, Held.Now> next) {
        if (!next.isEmpty()) {
            sql.update("""
                    update monitor.state s
                       set hard = n.hard, soft = n.soft, attempt = n.attempt, since = n.since, seen = n.seen,
                           stale = n.stale, active = n.active, summary = n.summary
                      from unnest(?::int[], ?::text[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[],
                                  ?::timestamptz[], ?::boolean[], ?::text[])
                           as n (metric, hard, soft, attempt, since, seen, stale, active, summary)
                     where s.metric = n.metric
                    """, columns(next));
        }
    }

    /** Writes what is held of metrics that are new. */
    void insert(Map<Integer, Held.Now> next) {
        if (!next.isEmpty()) {
            sql.update("""
                    insert into monitor.state (metric, hard, soft, attempt, since, seen, stale, active, summary)
                    select * from unnest(?::int[], ?::text[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[],
                                         ?::timestamptz[], ?::boolean[], ?::text[])
                    on conflict (metric) do update
                       set hard = excluded.hard, soft = excluded.soft, attempt = excluded.attempt,
                           since = excluded.since, seen = excluded.seen, stale = excluded.stale,
                           active = excluded.active, summary = excluded.summary
                    """, columns(next));
        }
    }

    private static Object[] columns(Map<Integer, Held.Now> next) {
        var values = new ArrayList<>(next.values());
        return new Object[] {
            next.keySet().toArray(Integer[]::new),
            values.stream().map(now -> now.state().hard().name()).toArray(String[]::new),
            values.stream().map(now -> now.state().soft().name()).toArray(String[]::new),
            values.stream().map(now -> now.state().attempt()).toArray(Integer[]::new),
            moments(values.stream().map(now -> now.state().since()).toList()),
            moments(values.stream().map(now -> now.state().lastSeen()).toList()),
            moments(values.stream().map(Held.Now::stale).toList()),
            values.stream().map(Held.Now::active).toArray(Boolean[]::new),
            values.stream().map(Held.Now::summary).toArray(String[]::new)
        };
    }

    /** PostgreSQL reads moments of an array from their text. */
    static String[] moments(List<Instant> moments) {
        return moments.stream().map(Instant::toString).toArray(String[]::new);
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getInt("id"),
                new MetricKey(new ServiceId(row.getLong("service")), row.getString("name"), row.getString("vo")),
                new Held.Now(
                        new HardState(
                                Status.valueOf(row.getString("hard")),
                                Status.valueOf(row.getString("soft")),
                                row.getInt("attempt"),
                                moment(row, "since"),
                                moment(row, "seen")),
                        row.getString("summary"),
                        moment(row, "stale"),
                        row.getBoolean("active")));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
