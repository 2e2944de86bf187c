package vigie.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vigie.status.Status;
import vigie.time.Interval;

/** The table {@code monitor.change}: every time that something else was seen or believed. */
@Component
class ChangeTable {
    private final JdbcTemplate sql;

    ChangeTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** A change of one metric. */
    record Line(int metric, Change change) {}

    void add(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var changes = lines.stream().map(Line::change).toList();
        sql.update(
                """
                insert into monitor.change (metric, at, was, hard, soft, attempt, summary)
                select * from unnest(?::int[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[])
                """,
                lines.stream().map(Line::metric).toArray(Integer[]::new),
                StateTable.moments(changes.stream().map(Change::at).toList()),
                changes.stream().map(change -> change.was().name()).toArray(String[]::new),
                changes.stream().map(change -> change.hard().name()).toArray(String[]::new),
                changes.stream().map(change -> change.soft().name()).toArray(String[]::new),
                changes.stream().map(Change::attempt).toArray(Integer[]::new),
                changes.stream().map(Change::summary).toArray(String[]::new));
    }

    /** The newest changes of a metric, newest first. */
    List<Change> latest(int metric, int limit) {
        return read("where metric = ? order by at desc, id desc limit ?", metric, limit);
    }

    /** The changes of a metric in a stretch, and the last one before it; oldest first. */
    List<Change> during(int metric, Interval stretch) {
        return read(
                """
                where metric = ? and at < ? and at >= coalesce(
                    (select max(at) from monitor.change where metric = ? and at <= ?), '-infinity')
                order by at, id
                """,
                metric,
                stretch.end().atOffset(ZoneOffset.UTC),
                metric,
                stretch.start().atOffset(ZoneOffset.UTC));
    }

    /** The changes of several metrics in a stretch, oldest first; a metric of which nothing changed is not named. */
    Map<Integer, List<Change>> during(List<Integer> metrics, Interval stretch) {
        var found = new HashMap<Integer, List<Change>>();
        sql.query(
                """
                select metric, at, was, hard, soft, attempt, summary from monitor.change
                where metric = any (?) and at >= ? and at < ? order by at, id
                """,
                row -> {
                    found.computeIfAbsent(row.getInt("metric"), metric -> new ArrayList<>())
                            .add(change(row));
                },
                metrics.toArray(Integer[]::new),
                stretch.start().atOffset(ZoneOffset.UTC),
                stretch.end().atOffset(ZoneOffset.UTC));
        return found;
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                StateTable.moment(row, "at"),
                Status.valueOf(row.getString("was")),
                Status.valueOf(row.getString("hard")),
                Status.valueOf(row.getString("soft")),
                row.getInt("attempt"),
                row.getString("summary"));
    }

    private List<Change> read(String where, Object... arguments) {
        return sql.query(
                "select at, was, hard, soft, attempt, summary from monitor.change " + where,
                (row, index) -> change(row),
                arguments);
    }
}
