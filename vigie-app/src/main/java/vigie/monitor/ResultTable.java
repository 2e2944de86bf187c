package vigie.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vigie.status.Status;

/** The table {@code monitor.result}: every result as it came, in one partition for each day. */
@Component
class ResultTable {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String PREFIX = "result_";

    private final JdbcTemplate sql;
    private final Set<LocalDate> days = ConcurrentHashMap.newKeySet();

    ResultTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** One line of the table. */
    record Line(Held held, Result result, long report) {}

    /** Adds lines by COPY; their days must have a partition. */
    void add(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var rows = new BinaryRows(lines.size() * 256);
        for (var line : lines) {
            var result = line.result();
            rows.row(8)
                    .add(line.held().id)
                    .add(result.at())
                    .add(result.status().name())
                    .add(result.origin())
                    .add(result.summary())
                    .add(result.message())
                    .add(result.data())
                    .add(line.report());
        }
        sql.execute((java.sql.Connection connection) -> {
            try (var copy = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class),
                    "copy monitor.result (metric, at, status, origin, summary, message, data, report)"
                            + " from stdin (format binary)",
                    1 << 20)) {
                rows.writeTo(copy);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return lines.size();
        });
    }

    /** Makes the partitions of these days where they are missing. */
    void open(Collection<LocalDate> wanted) {
        for (var day : wanted) {
            if (days.contains(day)) {
                continue;
            }
            sql.execute(
                    "create table if not exists monitor.%s partition of monitor.result for values from ('%s') to ('%s')"
                            .formatted(
                                    PREFIX + DAY.format(day),
                                    day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                                    day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
            days.add(day);
        }
    }

    /** Drops the partitions of all days before this one; answers how many. */
    int forgetBefore(LocalDate first) {
        var old = sql.queryForList("""
                        select c.relname from pg_inherits i
                          join pg_class c on c.oid = i.inhrelid
                         where i.inhparent = 'monitor.result'::regclass
                        """, String.class).stream()
                .filter(name -> day(name).isBefore(first))
                .toList();
        for (var name : old) {
            days.remove(day(name));
            sql.execute("drop table monitor." + name);
        }
        return old.size();
    }

    /** The newest results of a metric before a moment, newest first. */
    List<Told> latest(int metric, Instant before, int limit) {
        return sql.query(
                """
                select at, status, origin, summary, message, data from monitor.result
                 where metric = ? and at < ? order by at desc limit ?
                """,
                (row, index) -> new Told(
                        StateTable.moment(row, "at"),
                        Status.valueOf(row.getString("status")),
                        row.getString("origin"),
                        row.getString("summary"),
                        row.getString("message"),
                        row.getString("data")),
                metric,
                before.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** The time of the newest good result of a metric. */
    Optional<Instant> lastGood(int metric) {
        return sql.query("""
                select at from monitor.result where metric = ? and status = 'OK' order by at desc limit 1
                """, (row, index) -> StateTable.moment(row, "at"), metric).stream()
                .findFirst();
    }

    /** Those of these metrics whose newest results, that many, are not all good. */
    List<Integer> withoutGoodInARow(Collection<Integer> metrics, int results) {
        return sql.queryForList("""
                select m.metric from unnest(?::int[]) as m (metric)
                 where (select count(*) from (select r.status from monitor.result r where r.metric = m.metric
                                               order by r.at desc limit ?) as newest
                         where newest.status in ('OK', 'WARNING')) < ?
                """, Integer.class, metrics.toArray(Integer[]::new), results, results);
    }

    /** The day, in UTC, to which a moment belongs. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The first day that is still kept. */
    static LocalDate firstKept(Instant now, Duration kept) {
        return day(now.minus(kept));
    }

    private static LocalDate day(String partition) {
        return LocalDate.parse(partition.substring(PREFIX.length()), DAY);
    }
}
