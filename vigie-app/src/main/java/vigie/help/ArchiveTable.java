package vigie.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code help.run}: the archives that were handed in. */
@Component
class ArchiveTable {
    private final JdbcClient sql;

    ArchiveTable(JdbcClient sql) {
        this.sql = sql;
    }

    long begin(Instant at, String who, String name) {
        return sql.sql("insert into help.run (at, who, name) values (:at, :who, :name) returning id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    void keep(long id, Run.Count count, boolean done) {
        sql.sql("""
                update help.run set mails = :mails, taken = :taken, known = :known, too_old = :old, refused = :refused,
                       done = :done where id = :id
                """)
                .param("id", id)
                .param("mails", count.mails())
                .param("taken", count.taken())
                .param("known", count.known())
                .param("old", count.tooOld())
                .param("refused", count.refused())
                .param("done", done)
                .update();
    }

    List<Run> latest(int limit) {
        return sql.sql("select * from help.run order by id desc limit :limit")
                .param("limit", limit)
                .query(ArchiveTable::run)
                .list();
    }

    Optional<Run> find(long id) {
        return sql.sql("select * from help.run where id = :id")
                .param("id", id)
                .query(ArchiveTable::run)
                .optional();
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("name"),
                new Run.Count(
                        row.getInt("mails"),
                        row.getInt("taken"),
                        row.getInt("known"),
                        row.getInt("too_old"),
                        row.getInt("refused")),
                row.getBoolean("done"));
    }
}
