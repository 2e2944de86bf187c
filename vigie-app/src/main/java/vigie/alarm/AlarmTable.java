package vigie.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.monitor.MetricKey;
import vigie.monitor.MetricState;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;

/** All SQL of {@code alarm.alarm}. */
@Component
class AlarmTable {
    private final JdbcClient sql;
    private final JdbcTemplate template;

    AlarmTable(JdbcClient sql, JdbcTemplate template) {
        this.sql = sql;
        this.template = template;
    }

    /** Keeps everyone else from raising and clearing until the transaction ends: what is told late must not cross. */
    void takeTurn() {
        template.query("select pg_advisory_xact_lock(1634492781, 0)", row -> {});
    }

    /** Raises those of a site of which no alarm is open, none from before a moment; answers their numbers. */
    List<Long> raise(SiteId site, List<MetricState> bad, Instant earliest) {
        return template.query(
                """
                insert into alarm.alarm (site, service, metric, vo, raised, summary)
                select ?, service, metric, vo, greatest(raised, ?), summary
                  from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                       as n (service, metric, vo, raised, summary)
                 order by service, metric, vo
                on conflict (service, metric, vo) where cleared is null do nothing
                returning id
                """,
                (row, index) -> row.getLong(1),
                site.value(),
                earliest.atOffset(ZoneOffset.UTC),
                Keys.services(bad.stream().map(MetricState::key).toList()),
                Keys.metrics(bad.stream().map(MetricState::key).toList()),
                Keys.vos(bad.stream().map(MetricState::key).toList()),
                bad.stream().map(one -> one.state().since().toString()).toArray(String[]::new),
                bad.stream().map(MetricState::summary).toArray(String[]::new));
    }

    /** Clears what is open of these checks; answers the numbers by site. */
    Map<Long, List<Long>> clear(List<MetricKey> keys, Instant at) {
        var cleared = new TreeMap<Long, List<Long>>();
        if (!keys.isEmpty()) {
            template.query(
                    """
                    update alarm.alarm a set cleared = greatest(raised, ?), flapping = false
                      from unnest(?::bigint[], ?::text[], ?::text[]) as n (service, metric, vo)
                     where a.service = n.service and a.metric = n.metric and a.vo = n.vo and a.cleared is null
                    returning a.site, a.id
                    """,
                    row -> {
                        cleared.computeIfAbsent(row.getLong(1), site -> new ArrayList<>())
                                .add(row.getLong(2));
                    },
                    at.atOffset(ZoneOffset.UTC),
                    Keys.services(keys),
                    Keys.metrics(keys),
                    Keys.vos(keys));
        }
        return cleared;
    }

    /** Says of the open alarms of these checks whether they swing to and fro. */
    void mark(List<MetricState> states) {
        var keys = states.stream().map(MetricState::key).toList();
        var flapping = new boolean[states.size()];
        for (var i = 0; i < flapping.length; i++) {
            flapping[i] = states.get(i).flapping().isOn();
        }
        template.update("""
                update alarm.alarm a set flapping = n.flapping
                  from unnest(?::bigint[], ?::text[], ?::text[], ?::boolean[]) as n (service, metric, vo, flapping)
                 where a.service = n.service and a.metric = n.metric and a.vo = n.vo and a.cleared is null
                   and a.flapping <> n.flapping
                """, Keys.services(keys), Keys.metrics(keys), Keys.vos(keys), flapping);
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

    /** The oldest of them after so many others, at most so many. */
    List<Alarm> open(int after, int most) {
        return sql.sql("select * from alarm.alarm where cleared is null order by raised, id offset :after limit :most")
                .param("after", after)
                .param("most", most)
                .query(AlarmTable::alarm)
                .list();
    }

    int countOpen() {
        return sql.sql("select count(*) from alarm.alarm where cleared is null")
                .query(Integer.class)
                .single();
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
                row.getString("summary"),
                row.getBoolean("flapping"));
    }
}
