package vigie.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/** That somebody looked through everything: EGI asks for it at least twice on each day of duty. All SQL of its table. */
@Component
public class Rounds {
    private static final int LONGEST_NOTE = 4000;

    private final JdbcClient sql;
    private final Clock clock;
    private final int wanted;

    Rounds(JdbcClient sql, Clock clock, @Value("${vigie.duty.rounds-a-day:2}") int wanted) {
        this.sql = sql;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** One look through everything. */
    public record Round(Instant at, String who, String note) {}

    /** How many are wanted on each day. */
    int wanted() {
        return wanted;
    }

    @Transactional
    void made(Actor actor, String note) {
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, 0);
        if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw Refusal.unreadable("note", "duty.text", note.length(), LONGEST_NOTE);
        }
        sql.sql("insert into duty.round (at, person, who, note) values (:at, :person, :who, :note)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", actor.person())
                .param("who", actor.name())
                .param("note", note.strip())
                .update();
    }

    /** Those of the day that it is now in this zone, the first one first. */
    List<Round> today(ZoneId zone) {
        var morning =
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return sql.sql("select at, who, note from duty.round where at >= :morning and at <= :now order by at, id")
                .param("morning", morning.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Round(TurnTable.moment(row, "at"), row.getString(2), row.getString(3)))
                .list();
    }
}
