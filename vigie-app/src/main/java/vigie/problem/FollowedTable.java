package vigie.problem;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code problem.followed}: the tickets that followed a problem, one after the other. */
@Component
class FollowedTable {
    private final JdbcClient sql;

    FollowedTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A ticket of a problem; {@code until} is null while it follows it. */
    record Followed(
            long ticket,
            Instant since,
            @org.jspecify.annotations.Nullable Instant until) {}

    void begin(long problem, long ticket, Instant now) {
        sql.sql("""
                insert into problem.followed (problem, ticket, since) values (:problem, :ticket, :now)
                on conflict (problem, ticket) do update set until = null
                """)
                .param("problem", problem)
                .param("ticket", ticket)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(long problem, Instant now) {
        sql.sql("update problem.followed set until = :now where problem = :problem and until is null")
                .param("problem", problem)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The tickets of a problem, the first one first. */
    List<Followed> of(long problem) {
        return sql.sql(
                        "select ticket, since, until from problem.followed where problem = :problem order by since, ticket")
                .param("problem", problem)
                .query((row, index) -> {
                    var until = row.getObject(3, OffsetDateTime.class);
                    return new Followed(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            until == null ? null : until.toInstant());
                })
                .list();
    }
}
