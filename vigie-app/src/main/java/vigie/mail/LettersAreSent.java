package vigie.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.agenda.Vital;
import vigie.agenda.Vitals;

/** Letters that have not left ten minutes after they were written. */
@Component
class LettersAreSent implements Vitals {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient sql;

    LettersAreSent(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Vital> signs(Instant now) {
        var waiting = sql.sql("select count(*) from mail.letter where sent is null and written < :since")
                .param("since", now.minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return List.of(Vital.of("upkeep.mail-unsent", waiting == 0, (double) waiting, waiting, PATIENCE));
    }
}
