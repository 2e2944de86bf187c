package vigie.problem;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code problem.watch}: how an NGI ({@code ngi:NGI_FRANCE}) or a site ({@code site:12}) wants it. */
@Component
class WatchTable {
    private final JdbcClient sql;

    WatchTable(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(String scope, String watch) {}

    Map<String, Watch> all() {
        return sql.sql("select scope, watch from problem.watch").query(Row.class).list().stream()
                .collect(Collectors.toMap(Row::scope, row -> Watch.valueOf(row.watch())));
    }

    /** Keeps it; null where the scope has no wish of its own any more. */
    void keep(String scope, @Nullable Watch watch, String who, Instant at, String reason) {
        if (watch == null) {
            sql.sql("delete from problem.watch where scope = :scope")
                    .param("scope", scope)
                    .update();
            return;
        }
        sql.sql("""
                insert into problem.watch (scope, watch, who, at, reason) values (:scope, :watch, :who, :at, :reason)
                on conflict (scope) do update
                   set watch = excluded.watch, who = excluded.who, at = excluded.at, reason = excluded.reason
                """)
                .param("scope", scope)
                .param("watch", watch.name())
                .param("who", who)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }
}
