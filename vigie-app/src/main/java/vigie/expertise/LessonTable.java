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
import vigie.registry.SiteId;

/** Every statement on {@code expertise.lesson} that finds one or changes it, and the count of its stems. */
@Component
class LessonTable {
    private final JdbcClient sql;

    LessonTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds one; empty where the form was sent before. */
    Optional<Long> add(Learnt learnt, SiteId site, long writer, Instant at) {
        lock();
        var id = bound(sql.sql("""
                        insert into expertise.lesson (at, changed, ticket, problem, site, metric, service_type, product,
                               product_key, version, title, cause, solution, writer, form_key, words)
                        values (:at, :at, :ticket, :problem, :site, :metric, :type, :product, :productKey, :version,
                               :title, :cause, :solution, :writer, :key, expertise.stems(:tokens))
                        on conflict (form_key) do nothing returning id
                        """), learnt, at)
                .param("ticket", learnt.ticket())
                .param("problem", learnt.problem())
                .param("site", site.value())
                .param("writer", writer)
                .param("key", learnt.formKey())
                .query(Long.class)
                .optional();
        id.ifPresent(added -> count(added, 1));
        return id;
    }

    /** Says it otherwise; what it comes from stays. */
    void change(long id, Learnt learnt, Instant at) {
        lock();
        count(id, -1);
        bound(sql.sql("""
                        update expertise.lesson set changed = :at, metric = :metric, service_type = :type,
                               product = :product, product_key = :productKey, version = :version, title = :title,
                               cause = :cause, solution = :solution, words = expertise.stems(:tokens)
                         where id = :id
                        """), learnt, at).param("id", id).update();
        count(id, 1);
    }

    void withdraw(long id, Instant at) {
        lock();
        count(id, -1);
        sql.sql("update expertise.lesson set withdrawn = :at where id = :id")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    Optional<Lesson> find(long id) {
        return sql.sql("select * from expertise.lesson where id = :id")
                .param("id", id)
                .query(LessonTable::lesson)
                .optional();
    }

    Optional<Lesson> ofForm(String key) {
        return sql.sql("select * from expertise.lesson where form_key = :key")
                .param("key", key)
                .query(LessonTable::lesson)
                .optional();
    }

    /** The same, held until the transaction ends. */
    Optional<Lesson> hold(long id) {
        return sql.sql("select * from expertise.lesson where id = :id for update")
                .param("id", id)
                .query(LessonTable::lesson)
                .optional();
    }

    List<Lesson> ofTicket(long ticket) {
        return sql.sql("select * from expertise.lesson where ticket = :ticket and withdrawn is null order by id")
                .param("ticket", ticket)
                .query(LessonTable::lesson)
                .list();
    }

    List<Lesson> ofProblem(long problem) {
        return sql.sql("select * from expertise.lesson where problem = :problem and withdrawn is null order by id")
                .param("problem", problem)
                .query(LessonTable::lesson)
                .list();
    }

    /** The newest. */
    List<Lesson> latest(int limit) {
        return sql.sql("select * from expertise.lesson where withdrawn is null order by id desc limit :limit")
                .param("limit", limit)
                .query(LessonTable::lesson)
                .list();
    }

    /** The products that lessons are about, as they were written. */
    List<String> products() {
        return sql.sql("""
                select min(product) from expertise.lesson
                 where product_key <> '' and withdrawn is null group by product_key order by 1
                """).query(String.class).list();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Learnt learnt, Instant at) {
        return statement
                .param("at", utc(at))
                .param("metric", learnt.metric())
                .param("type", learnt.serviceType())
                .param("product", learnt.product())
                .param("productKey", Folded.key(learnt.product()))
                .param("version", learnt.version())
                .param("title", learnt.title())
                .param("cause", learnt.cause())
                .param("solution", learnt.solution())
                .param(
                        "tokens",
                        String.join(
                                " ",
                                Folded.tokens(String.join(
                                        "\n",
                                        learnt.title(),
                                        learnt.cause(),
                                        learnt.solution(),
                                        learnt.product(),
                                        learnt.version(),
                                        learnt.metric()))));
    }

    /** One writer at a time: two that count the same stems would wait for each other for ever. */
    private void lock() {
        sql.sql("select pg_advisory_xact_lock(hashtext('expertise.stem'))")
                .query((row, index) -> true)
                .single();
    }

    private void count(long id, int one) {
        sql.sql("""
                insert into expertise.stem (stem, lessons)
                select stem, :one from expertise.lesson, unnest(tsvector_to_array(words) || '{""}') as stem
                 where id = :id and withdrawn is null
                on conflict (stem) do update set lessons = expertise.stem.lessons + excluded.lessons
                """).param("id", id).param("one", one).update();
    }

    static Lesson lesson(ResultSet row, int index) throws SQLException {
        var withdrawn = row.getObject("withdrawn", OffsetDateTime.class);
        return new Lesson(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("changed", OffsetDateTime.class).toInstant(),
                row.getLong("ticket"),
                row.getLong("problem"),
                new SiteId(row.getLong("site")),
                row.getString("metric"),
                row.getString("service_type"),
                row.getString("product"),
                row.getString("version"),
                row.getString("title"),
                row.getString("cause"),
                row.getString("solution"),
                row.getLong("writer"),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
