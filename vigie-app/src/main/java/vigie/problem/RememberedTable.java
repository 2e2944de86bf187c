package vigie.problem;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.alarm.Alarm;
import vigie.cause.Cause;

/** All SQL of {@code problem.remembered}: what people said of a check and a cause. */
@Component
class RememberedTable {
    private final JdbcClient sql;

    RememberedTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * That a check belongs to a cause, or does not.
     *
     * @param problem the number of the problem it was put into then
     */
    record Remembered(String cause, boolean together, long problem) {}

    /** Keeps it; the last word counts. */
    void keep(Alarm alarm, Cause cause, boolean together, long problem, String who, Instant at, String reason) {
        sql.sql("""
                insert into problem.remembered (site, service, metric, vo, cause, together, problem, who, at, reason)
                values (:site, :service, :metric, :vo, :cause, :together, :problem, :who, :at, :reason)
                on conflict (service, metric, vo, cause) do update
                   set together = excluded.together, problem = excluded.problem, who = excluded.who, at = excluded.at,
                       reason = excluded.reason
                """)
                .param("site", alarm.site().value())
                .param("service", alarm.service().value())
                .param("metric", alarm.metric())
                .param("vo", alarm.vo())
                .param("cause", cause.text())
                .param("together", together)
                .param("problem", problem)
                .param("who", who)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    /** What was said of the check of an alarm, the latest first. */
    List<Remembered> of(Alarm alarm) {
        return sql.sql("""
                select cause, together, problem from problem.remembered
                 where service = :service and metric = :metric and vo = :vo order by at desc
                """)
                .param("service", alarm.service().value())
                .param("metric", alarm.metric())
                .param("vo", alarm.vo())
                .query(Remembered.class)
                .list();
    }

    /** Whether anything was ever said at a site: mostly nothing was. */
    boolean isAny(long site) {
        return sql.sql("select exists (select 1 from problem.remembered where site = :site)")
                .param("site", site)
                .query(Boolean.class)
                .single();
    }
}
