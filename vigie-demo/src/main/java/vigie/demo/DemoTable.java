package vigie.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demonstration remembers from one start to the next. */
@Component
class DemoTable {
    /** Where the clock stands, and whether the past has been played to its end. */
    record Standing(Instant now, boolean played) {}

    private final JdbcClient sql;

    DemoTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Standing> standing() {
        return sql.sql("select now, played from demo.clock")
                .query((row, index) ->
                        new Standing(row.getObject("now", OffsetDateTime.class).toInstant(), row.getBoolean("played")))
                .optional();
    }

    void keep(Standing standing) {
        sql.sql("""
                insert into demo.clock (now, played) values (:now, :played)
                on conflict (one) do update set now = excluded.now, played = excluded.played
                """)
                .param("now", standing.now().atOffset(ZoneOffset.UTC))
                .param("played", standing.played())
                .update();
    }

    /** The port that a machine had; 0 where it has none yet. */
    int port(String host, String type) {
        return sql.sql("select port from demo.machine where host = :host and type = :type")
                .param("host", host)
                .param("type", type)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Whether a machine ran when it was last looked at; one that is new runs. */
    boolean ran(String host, String type) {
        return sql.sql("select running from demo.machine where host = :host and type = :type")
                .param("host", host)
                .param("type", type)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void keep(String host, String type, int port, boolean running) {
        sql.sql("""
                insert into demo.machine (host, type, port, running) values (:host, :type, :port, :running)
                on conflict (host, type) do update set port = excluded.port, running = excluded.running
                """)
                .param("host", host)
                .param("type", type)
                .param("port", port)
                .param("running", running)
                .update();
    }
}
