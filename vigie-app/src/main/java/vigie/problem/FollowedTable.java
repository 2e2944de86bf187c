package vigie.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code problem.followed}: the tickets that followed a problem, one after the other. */
@Component
class FollowedTable {
    private final JdbcClient sql;

    FollowedTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A ticket of a problem.
     *
     * @param until when it ceased to follow it; null while it does
     * @param theirs whether it was opened elsewhere and joined
     * @param acknowledged until when the problem was acknowledged before; null where it was not
     */
    record Followed(
            long ticket,
            Instant since,
            @Nullable Instant until,
            boolean theirs,
            @Nullable Instant acknowledged) {}

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

    /** A ticket that was opened elsewhere follows it. */
    void beginTheirs(long problem, long ticket, @Nullable Instant acknowledged, Instant now) {
        sql.sql("""
                insert into problem.followed (problem, ticket, since, theirs, acknowledged)
                values (:problem, :ticket, :now, true, :acknowledged)
                on conflict (problem, ticket) do update set until = null, theirs = true, acknowledged = :acknowledged
                """)
                .param("problem", problem)
                .param("ticket", ticket)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "acknowledged",
                        acknowledged == null ? null : acknowledged.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Those of these problems that a ticket follows which was opened elsewhere. */
    Set<Long> theirs(Collection<Long> problems) {
        return problems.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql("""
                        select problem from problem.followed where problem in (:problems) and theirs and until is null
                        """)
                        .param("problems", problems)
                        .query(Long.class)
                        .list());
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
                        "select ticket, since, until, theirs, acknowledged from problem.followed where problem = :problem order by since, ticket")
                .param("problem", problem)
                .query((row, index) -> new Followed(
                        row.getLong("ticket"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        moment(row, "until"),
                        row.getBoolean("theirs"),
                        moment(row, "acknowledged")))
                .list();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
