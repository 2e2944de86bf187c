package vigie.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code helpdesk.intake} and {@code helpdesk.refused}. */
@Component
class IntakeTable {
    private final JdbcClient sql;

    IntakeTable(JdbcClient sql) {
        this.sql = sql;
    }

    long begin(Instant at, String who, String name, String origin, boolean dry) {
        return sql.sql("""
                insert into helpdesk.intake (at, who, name, origin, dry) values (:at, :who, :name, :origin, :dry)
                returning id
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("name", name)
                .param("origin", origin)
                .param("dry", dry)
                .query(Long.class)
                .single();
    }

    void end(long id, Intake.Outcome outcome, Intake.Count count) {
        sql.sql("""
                update helpdesk.intake set outcome = :outcome, read = :read, added = :added, changed = :changed,
                       same = :same, refused = :refused where id = :id
                """)
                .param("id", id)
                .param("outcome", outcome.name())
                .param("read", count.read())
                .param("added", count.added())
                .param("changed", count.changed())
                .param("same", count.same())
                .param("refused", count.refused())
                .update();
    }

    void failed(long id, String trouble) {
        sql.sql("update helpdesk.intake set outcome = 'FAILED', trouble = :trouble where id = :id")
                .param("id", id)
                .param("trouble", trouble)
                .update();
    }

    void refuse(long intake, List<RefusedLine> lines) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            sql.sql("""
                    insert into helpdesk.refused (intake, position, line, ticket, field, value, expected, arguments, raw)
                    values (:intake, :position, :line, :ticket, :field, :value, :expected, :arguments, :raw)
                    """)
                    .param("intake", intake)
                    .param("position", i)
                    .param("line", line.line())
                    .param("ticket", line.ticket())
                    .param("field", line.field())
                    .param("value", line.value())
                    .param("expected", line.expected())
                    .param("arguments", line.arguments().toArray(String[]::new))
                    .param("raw", line.raw())
                    .update();
        }
    }

    List<Intake> latest(int limit) {
        return sql.sql("select * from helpdesk.intake order by id desc limit :limit")
                .param("limit", limit)
                .query(IntakeTable::intake)
                .list();
    }

    Optional<Intake> find(long id) {
        return sql.sql("select * from helpdesk.intake where id = :id")
                .param("id", id)
                .query(IntakeTable::intake)
                .optional();
    }

    List<RefusedLine> refused(long intake, int limit) {
        return sql.sql("select * from helpdesk.refused where intake = :intake order by position limit :limit")
                .param("intake", intake)
                .param("limit", limit)
                .query((row, index) -> new RefusedLine(
                        row.getInt("line"),
                        row.getString("ticket"),
                        row.getString("field"),
                        row.getString("value"),
                        row.getString("expected"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getString("raw")))
                .list();
    }

    private static Intake intake(ResultSet row, int index) throws SQLException {
        return new Intake(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("name"),
                row.getString("origin"),
                row.getBoolean("dry"),
                Intake.Outcome.valueOf(row.getString("outcome")),
                row.getString("trouble"),
                new Intake.Count(
                        row.getInt("read"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("same"),
                        row.getInt("refused")));
    }
}
