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
import vigie.people.Actor;

/** All SQL of {@code duty.handover}. */
@Component
class HandoverTable {
    private final JdbcClient sql;

    HandoverTable(JdbcClient sql) {
        this.sql = sql;
    }

    long add(Instant at, Actor giver, long receiver, String text) {
        return sql.sql("""
                insert into duty.handover (at, giver, giver_name, receiver, text)
                values (:at, :giver, :name, :receiver, :text) returning id
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("giver", giver.person())
                .param("name", giver.name())
                .param("receiver", receiver)
                .param("text", text)
                .query(Long.class)
                .single();
    }

    Optional<Handover> hold(long id) {
        return sql.sql("select * from duty.handover where id = :id for update")
                .param("id", id)
                .query(HandoverTable::handover)
                .optional();
    }

    void accept(long id, Instant now, String who) {
        sql.sql("update duty.handover set accepted = :now, accepted_by = :who where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    /** The latest, newest first. */
    List<Handover> latest(int limit) {
        return sql.sql("select * from duty.handover order by at desc, id desc limit :limit")
                .param("limit", limit)
                .query(HandoverTable::handover)
                .list();
    }

    /** Those that nobody has accepted, the oldest first. */
    List<Handover> open() {
        return sql.sql("select * from duty.handover where accepted is null order by at, id")
                .query(HandoverTable::handover)
                .list();
    }

    private static Handover handover(ResultSet row, int index) throws SQLException {
        var accepted = row.getObject("accepted", OffsetDateTime.class);
        return new Handover(
                row.getLong("id"),
                TurnTable.moment(row, "at"),
                row.getLong("giver"),
                row.getString("giver_name"),
                row.getLong("receiver"),
                row.getString("text"),
                accepted == null ? null : accepted.toInstant(),
                row.getString("accepted_by"));
    }
}
