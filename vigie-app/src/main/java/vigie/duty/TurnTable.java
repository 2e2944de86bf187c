package vigie.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.time.Interval;

/** All SQL of {@code duty.turn}. */
@Component
class TurnTable {
    private final JdbcClient sql;

    TurnTable(JdbcClient sql) {
        this.sql = sql;
    }

    long add(String ngi, long person, long standIn, Interval during, String who) {
        return sql.sql("""
                insert into duty.turn (ngi, person, stand_in, begins, ends, made_by)
                values (:ngi, :person, :standIn, :begins, :ends, :who) returning id
                """)
                .param("ngi", ngi)
                .param("person", person)
                .param("standIn", standIn)
                .param("begins", during.start().atOffset(ZoneOffset.UTC))
                .param("ends", during.end().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .query(Long.class)
                .single();
    }

    Optional<Turn> hold(long id) {
        return sql.sql("select * from duty.turn where id = :id for update")
                .param("id", id)
                .query(TurnTable::turn)
                .optional();
    }

    void standIn(long id, long person) {
        sql.sql("update duty.turn set stand_in = :person, sequence = sequence + 1 where id = :id")
                .param("id", id)
                .param("person", person)
                .update();
    }

    void takeBack(long id) {
        sql.sql("update duty.turn set gone = true, sequence = sequence + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** Those that stand and share some time with the stretch, by their start. */
    List<Turn> during(Interval stretch) {
        return all(stretch).stream().filter(turn -> !turn.gone()).toList();
    }

    /** The same with those that were taken back: calendars must hear of them. */
    List<Turn> all(Interval stretch) {
        return sql.sql("select * from duty.turn where begins < :end and ends > :start order by begins, id")
                .param("start", stretch.start().atOffset(ZoneOffset.UTC))
                .param("end", stretch.end().atOffset(ZoneOffset.UTC))
                .query(TurnTable::turn)
                .list();
    }

    private static Turn turn(ResultSet row, int index) throws SQLException {
        return new Turn(
                row.getLong("id"),
                row.getString("ngi"),
                row.getLong("person"),
                row.getLong("stand_in"),
                new Interval(moment(row, "begins"), moment(row, "ends")),
                row.getString("made_by"),
                row.getInt("sequence"),
                row.getBoolean("gone"));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
