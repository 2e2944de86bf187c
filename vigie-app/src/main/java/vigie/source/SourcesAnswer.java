package vigie.source;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.agenda.Vital;
import vigie.agenda.Vitals;

/** Sources that are read by the clock and whose last reading brought nothing. */
@Component
class SourcesAnswer implements Vitals {
    private final JdbcClient sql;

    SourcesAnswer(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Vital> signs(Instant now) {
        var dead = sql.sql("""
                select s.name from source.source s
                 where s.every > 0
                   and (select r.outcome from source.run r
                         where r.source = s.id and not r.dry and r.outcome <> 'RUNNING'
                         order by r.id desc limit 1) in ('FAILED', 'INTERRUPTED', 'HELD')
                 order by s.name
                """).query(String.class).list();
        return List.of(
                dead.isEmpty()
                        ? Vital.of("source.vital", true, 0)
                        : Vital.of("source.vital.dead", false, dead.size(), dead.size(), String.join(", ", dead)));
    }
}
