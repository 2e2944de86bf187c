package vigie.duty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code duty.to_tell}: problems of which somebody is still to be told. */
@Component
class ToTellTable {
    private final JdbcClient sql;

    ToTellTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A problem to be told of, and what of it: DUE, OVERDUE or RETURNED. */
    record ToTell(long problem, String kind) {}

    void add(long problem, String kind, Instant now) {
        sql.sql("insert into duty.to_tell (problem, kind, since) values (:problem, :kind, :now) on conflict do nothing")
                .param("problem", problem)
                .param("kind", kind)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Instant> oldest() {
        return sql.sql("select since from duty.to_tell order by since limit 1")
                .query((row, index) -> TurnTable.moment(row, "since"))
                .optional();
    }

    /** Takes all that are there: who takes them tells. */
    List<ToTell> takeAll() {
        return sql.sql("delete from duty.to_tell returning problem, kind").query(ToTell.class).list().stream()
                .sorted(java.util.Comparator.comparing(ToTell::kind).thenComparingLong(ToTell::problem))
                .toList();
    }
}
