package vigie.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on sources. */
@Component
class SourceTable {
    private final JdbcClient sql;

    SourceTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Source> all() {
        return sql.sql("select * from source.source order by name")
                .query(SourceTable::source)
                .list();
    }

    Optional<Source> find(long id) {
        return sql.sql("select * from source.source where id = :id")
                .param("id", id)
                .query(SourceTable::source)
                .optional();
    }

    boolean isNamed(String name) {
        return sql.sql("select exists (select 1 from source.source where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    long add(
            String name,
            Source.Kind kind,
            String url,
            String ngi,
            String scope,
            String credential,
            Duration every,
            Instant now) {
        return sql.sql("""
                insert into source.source (name, kind, url, ngi, scope, credential, every, next_due)
                values (:name, :kind, :url, :ngi, :scope, :credential, :every,
                        case when :every > 0 then :now::timestamptz end)
                returning id
                """)
                .param("name", name)
                .param("kind", kind.name())
                .param("url", url)
                .param("ngi", ngi)
                .param("scope", scope)
                .param("credential", credential)
                .param("every", every.toSeconds())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<Instant> nextDue() {
        return sql.sql("select min(next_due) as due from source.source where kind = 'GOCDB'")
                .query((row, index) -> Optional.ofNullable(row.getObject("due", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    List<Source> due(Instant now) {
        return sql.sql("select * from source.source where kind = 'GOCDB' and next_due <= :now order by next_due, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SourceTable::source)
                .list();
    }

    /** Sets how often it is read; zero for only when told. */
    void setEvery(long id, Duration every, Instant now) {
        sql.sql("""
                update source.source
                   set every = :every, next_due = case when :every > 0 then :now::timestamptz end
                 where id = :id
                """)
                .param("id", id)
                .param("every", every.toSeconds())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is read again when its pause has gone by, counted from now. */
    void postpone(long id, Instant now) {
        sql.sql("""
                update source.source
                   set next_due = case when every > 0 then :now::timestamptz + every * interval '1 second' end
                 where id = :id
                """).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private static Source source(ResultSet row, int index) throws SQLException {
        var due = row.getObject("next_due", OffsetDateTime.class);
        return new Source(
                row.getLong("id"),
                row.getString("name"),
                Source.Kind.valueOf(row.getString("kind")),
                row.getString("url"),
                row.getString("ngi"),
                row.getString("scope"),
                row.getString("credential"),
                Duration.ofSeconds(row.getLong("every")),
                due == null ? null : due.toInstant());
    }
}
