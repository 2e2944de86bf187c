package vigie.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vigie.registry.ServiceId;
import vigie.status.Flapping;
import vigie.status.HardState;
import vigie.status.Status;

/** The tables {@code monitor.metric} and {@code monitor.state}: one line of each for whatever is watched. */
@Component
class StateTable {
    /** Moments come as microseconds: numbers travel as they are, and nothing needs to be read from text. */
    private static final String ROWS = """
            select metric, hard, soft, attempt, 'epoch'::timestamptz + since * interval '1 microsecond' as since,
                   'epoch'::timestamptz + seen * interval '1 microsecond' as seen,
                   'epoch'::timestamptz + stale * interval '1 microsecond' as stale, active, recent, flaps, summary
              from unnest(?::int[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[],
                          ?::bigint[], ?::boolean[], ?::text[])
                   as u (metric, hard, soft, attempt, since, seen, stale, active, recent, flaps, summary)
            """;

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
                           stale = n.stale, active = n.active, recent = n.recent, flaps = n.flaps, summary = n.summary
                      from (%s) n where s.metric = n.metric
                    """.formatted(ROWS), columns(next));
        }
    }

    /** Writes what is held of metrics that are new. */
    void insert(Map<Integer, Held.Now> next) {
        if (!next.isEmpty()) {
            sql.update("""
                    insert into monitor.state
                           (metric, hard, soft, attempt, since, seen, stale, active, recent, flaps, summary)
                    select metric, hard, soft, attempt, since, seen, stale, active, recent, flaps, summary from (%s) n
                    on conflict (metric) do update
                       set hard = excluded.hard, soft = excluded.soft, attempt = excluded.attempt,
                           since = excluded.since, seen = excluded.seen, stale = excluded.stale,
                           active = excluded.active, recent = excluded.recent, flaps = excluded.flaps,
                           summary = excluded.summary
                    """.formatted(ROWS), columns(next));
        }
    }

    private static Object[] columns(Map<Integer, Held.Now> next) {
        var size = next.size();
        var metric = new int[size];
        var hard = new String[size];
        var soft = new String[size];
        var attempt = new int[size];
        var since = new long[size];
        var seen = new long[size];
        var stale = new long[size];
        var active = new boolean[size];
        var recent = new long[size];
        var flaps = new boolean[size];
        var summary = new String[size];
        var i = 0;
        for (var one : next.entrySet()) {
            var now = one.getValue();
            metric[i] = one.getKey();
            hard[i] = now.state().hard().name();
            soft[i] = now.state().soft().name();
            attempt[i] = now.state().attempt();
            since[i] = Micros.of(now.state().since());
            seen[i] = Micros.of(now.state().lastSeen());
            stale[i] = Micros.of(now.stale());
            active[i] = now.active();
            recent[i] = now.flapping().recent();
            flaps[i] = now.flapping().isOn();
            summary[i++] = now.summary();
        }
        return new Object[] {metric, hard, soft, attempt, since, seen, stale, active, recent, flaps, summary};
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
                        row.getBoolean("active"),
                        new Flapping(row.getLong("recent"), row.getBoolean("flaps"))));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
