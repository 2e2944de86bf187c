package vigie.help;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code help.asked}: the calls that were made here. */
@Component
class AskedTable {
    private final JdbcClient sql;

    AskedTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A call that was made here. */
    record Kept(long thread, Way way, long goal, long problem, long service) {}

    void add(long thread, Matter matter, Request request, Goal goal, Instant at) {
        sql.sql("""
                insert into help.asked (thread, at, person, site, problem, service, way, goal, drawn, form_key)
                values (:thread, :at, :person, :site, :problem, :service, :way, :goal, :drawn, :key)
                """)
                .param("thread", thread)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", goal.asker())
                .param("site", matter.site().id().value())
                .param("problem", matter.problemNumber())
                .param("service", matter.serviceNumber())
                .param("way", request.way().name())
                .param("goal", goal.number())
                .param("drawn", goal.drawn())
                .param("key", request.key())
                .update();
    }

    /**
     * What became of a request.
     *
     * @param number of the ticket or the person; 0 for the list
     * @param drawn what the house knew of the matter then
     */
    record Goal(long asker, long number, String drawn) {}

    /** One sender of a form at a time. */
    void lock(String key) {
        sql.sql("select pg_advisory_xact_lock(hashtext('help.asked ' || :key))")
                .param("key", key)
                .query((row, index) -> true)
                .single();
    }

    /** The thread that a form began, where it was sent before. */
    Optional<Long> ofForm(String key) {
        return sql.sql("select thread from help.asked where form_key = :key")
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    Optional<Kept> ofThread(long thread) {
        return sql.sql(
                        "select thread, way, goal, problem, service from help.asked where thread = :thread order by id limit 1")
                .param("thread", thread)
                .query(Kept.class)
                .optional();
    }

    /** The calls that were made about a problem, the newest first. */
    List<Kept> ofProblem(long problem) {
        return sql.sql("""
                select thread, way, goal, problem, service from help.asked where problem = :problem order by id desc
                """).param("problem", problem).query(Kept.class).list();
    }

    /** Deletes what tells of persons. */
    void forget(long thread) {
        sql.sql(
                        "update help.asked set drawn = '', person = 0, goal = case way when 'EXPERT' then 0 else goal end where thread = :thread")
                .param("thread", thread)
                .update();
    }
}
