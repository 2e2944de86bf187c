package vigie.duty;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;

/** What those on duty want to remember before there is a ticket, until somebody strikes it out. All SQL of its table. */
@Component
public class Notepad {
    private final JdbcClient sql;
    private final Clock clock;

    Notepad(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One note; site 0: of none in particular. */
    public record Jotting(long id, Instant at, String who, long site, String text) {
        /** Where it is the text of a ticket that is to be opened. */
        public String draft() {
            return "/tickets/new?site=" + site + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    @Transactional
    void jot(Actor actor, long site, String said) {
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, 0);
        sql.sql("insert into duty.jotting (at, who, site, text) values (:at, :who, :site, :text)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", actor.name())
                .param("site", site)
                .param("text", Calendar.text("text", said))
                .update();
    }

    @Transactional
    void strike(Actor actor, long id) {
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, 0);
        sql.sql("update duty.jotting set done = :now where id = :id and done is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Those that stand, the latest first. */
    List<Jotting> standing() {
        return sql.sql("select id, at, who, site, text from duty.jotting where done is null order by at desc, id desc")
                .query((row, index) -> new Jotting(
                        row.getLong(1),
                        TurnTable.moment(row, "at"),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5)))
                .list();
    }
}
