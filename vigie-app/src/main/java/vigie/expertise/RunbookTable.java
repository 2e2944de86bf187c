package vigie.expertise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code expertise.runbook} and on the votes for them, {@code expertise.vote}. */
@Component
class RunbookTable {
    private static final String WITH_VOTES = """
            select r.*, count(*) filter (where v.useful) as useful, count(*) filter (where not v.useful) as useless,
                   r.reviewed <= :before as stale
              from expertise.runbook r left join expertise.vote v using (metric)
            """;

    private final JdbcClient sql;

    RunbookTable(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(String metric, String text, Instant at) {
        sql.sql("""
                insert into expertise.runbook (metric, text, changed, reviewed) values (:metric, :text, :at, :at)
                on conflict (metric) do update set text = excluded.text, changed = excluded.changed,
                       reviewed = excluded.reviewed
                """)
                .param("metric", metric)
                .param("text", text)
                .param("at", utc(at))
                .update();
    }

    boolean review(String metric, Instant at) {
        return sql.sql("update expertise.runbook set reviewed = :at where metric = :metric")
                        .param("metric", metric)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    void vote(String metric, long person, boolean useful) {
        sql.sql("""
                insert into expertise.vote (metric, person, useful) values (:metric, :person, :useful)
                on conflict (metric, person) do update set useful = excluded.useful
                """)
                .param("metric", metric)
                .param("person", person)
                .param("useful", useful)
                .update();
    }

    Optional<Boolean> voteOf(String metric, long person) {
        return sql.sql("select useful from expertise.vote where metric = :metric and person = :person")
                .param("metric", metric)
                .param("person", person)
                .query(Boolean.class)
                .optional();
    }

    /** One of a metric; stale where it was last reviewed by {@code before}. */
    Optional<Runbook> find(String metric, Instant before) {
        return sql.sql(WITH_VOTES + " where r.metric = :metric group by r.metric")
                .param("metric", metric)
                .param("before", utc(before))
                .query(RunbookTable::runbook)
                .optional();
    }

    List<Runbook> all(Instant before) {
        return sql.sql(WITH_VOTES + " group by r.metric order by r.metric")
                .param("before", utc(before))
                .query(RunbookTable::runbook)
                .list();
    }

    private static Runbook runbook(ResultSet row, int index) throws SQLException {
        return new Runbook(
                row.getString("metric"),
                row.getString("text"),
                row.getObject("changed", OffsetDateTime.class).toInstant(),
                row.getObject("reviewed", OffsetDateTime.class).toInstant(),
                row.getLong("useful"),
                row.getLong("useless"),
                row.getBoolean("stale"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
