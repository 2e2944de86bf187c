package vigie.effort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.time.Interval;

/** The table {@code effort.first}. */
@Component
class SeenTable {
    private final JdbcClient sql;

    SeenTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A problem that comes back and ends again is seen anew. */
    void keep(Seen seen) {
        sql.sql("""
                insert into effort.first (problem, site, began, by_site, by_others, recovered)
                values (:problem, :site, :began, :site_at, :others_at, :recovered)
                on conflict (problem) do update
                   set by_site = excluded.by_site, by_others = excluded.by_others, recovered = excluded.recovered
                """)
                .param("problem", seen.problem())
                .param("site", seen.site())
                .param("began", ActTable.utc(seen.began()))
                .param("site_at", utc(seen.bySite()))
                .param("others_at", utc(seen.byOthers()))
                .param("recovered", utc(seen.recovered()))
                .update();
    }

    /** The problems that began in a stretch and are over, by their beginning. */
    List<Seen> during(Interval time) {
        return sql.sql("select * from effort.first where began >= :from and began < :to order by began, problem")
                .param("from", ActTable.utc(time.start()))
                .param("to", ActTable.utc(time.end()))
                .query(SeenTable::seen)
                .list();
    }

    private static Seen seen(ResultSet row, int index) throws SQLException {
        return new Seen(
                row.getLong("problem"),
                row.getLong("site"),
                row.getObject("began", OffsetDateTime.class).toInstant(),
                moment(row, "by_site"),
                moment(row, "by_others"),
                moment(row, "recovered"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : ActTable.utc(moment);
    }
}
