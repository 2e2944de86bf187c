package vigie.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code monitor.report}: what was answered to each batch. */
@Component
class ReportTable {
    private static final TypeReference<List<Report.Row>> ROWS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    ReportTable(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A report and the digest of the body that it answers. */
    record Kept(Report report, String digest) {}

    Report add(Batch batch, Instant now) {
        var id = sql.sql("""
                insert into monitor.report (source, key, digest, taken, accepted, refused, lines)
                values (:source, :key, :digest, :taken, :accepted, :refused, :lines) returning id
                """)
                .param("source", batch.source())
                .param("key", batch.key())
                .param("digest", batch.digest())
                .param("taken", now.atOffset(ZoneOffset.UTC))
                .param("accepted", batch.results().size())
                .param("refused", batch.refused())
                .param("lines", batch.rows().isEmpty() ? "[]" : json.writeValueAsString(batch.rows()))
                .query(Long.class)
                .single();
        return new Report(id, now, batch.results().size(), batch.refused(), batch.rows());
    }

    Optional<Kept> ofKey(long source, String key) {
        return sql.sql("select * from monitor.report where source = ? and key = ?")
                .params(source, key)
                .query(this::kept)
                .optional();
    }

    /** A report to its sender; 0 asks for a report of whomever. */
    Optional<Report> find(long id, long source) {
        return sql.sql("select * from monitor.report where id = ? and ? in (0, source)")
                .params(id, source)
                .query(this::kept)
                .optional()
                .map(Kept::report);
    }

    int forgetBefore(Instant moment) {
        return sql.sql("delete from monitor.report where taken < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                new Report(
                        row.getLong("id"),
                        StateTable.moment(row, "taken"),
                        row.getInt("accepted"),
                        row.getInt("refused"),
                        json.readValue(row.getString("lines"), ROWS)),
                row.getString("digest"));
    }
}
