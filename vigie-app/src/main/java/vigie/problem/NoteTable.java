package vigie.problem;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code problem.note}. */
@Component
class NoteTable {
    private final JdbcClient sql;

    NoteTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(long problem, Instant at, String who, String text) {
        sql.sql("insert into problem.note (problem, at, who, text) values (:problem, :at, :who, :text)")
                .param("problem", problem)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("text", text)
                .update();
    }

    List<Note> of(long problem) {
        return sql.sql("select at, who, text from problem.note where problem = :problem order by id")
                .param("problem", problem)
                .query((row, index) -> new Note(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getString(3)))
                .list();
    }
}
