package vigie.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code meeting.action}. */
@Component
class ActionTable {
    private final JdbcClient sql;

    ActionTable(JdbcClient sql) {
        this.sql = sql;
    }

    long add(Action action) {
        return sql.sql("""
                insert into meeting.action (meeting, what, who, person, due, added_by, added)
                values (:meeting, :what, :who, :person, :due, :by, :added) returning id
                """)
                .param("meeting", action.meeting())
                .param("what", action.what())
                .param("who", action.who())
                .param("person", action.person())
                .param("due", action.due())
                .param("by", action.addedBy())
                .param("added", action.added().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Whether the action was under way until now, and is done by this. */
    boolean done(long id, Instant now, String outcome) {
        return sql.sql("update meeting.action set done = :now, outcome = :outcome where id = :id and done is null")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("outcome", outcome)
                        .update()
                == 1;
    }

    Optional<Action> action(long id) {
        return sql.sql("select * from meeting.action where id = :id")
                .param("id", id)
                .query(ActionTable::action)
                .optional();
    }

    /** Those under way, by their day; those without one come last. */
    List<Action> underWay() {
        return sql.sql("select * from meeting.action where done is null order by due nulls last, id")
                .query(ActionTable::action)
                .list();
    }

    /** An action and how many of its two reminders have left. */
    record Reminded(Action action, int reminders) {}

    /** Those under way with a day and an owner whom Vigie knows, of which a reminder is still to leave. */
    List<Reminded> toRemind() {
        return sql.sql("""
                select * from meeting.action
                 where done is null and due is not null and person <> 0 and reminders < 2 order by due, id
                """)
                .query((row, index) -> new Reminded(action(row, index), row.getInt("reminders")))
                .list();
    }

    void reminded(long id, int reminders) {
        sql.sql("update meeting.action set reminders = :reminders where id = :id")
                .param("id", id)
                .param("reminders", reminders)
                .update();
    }

    /** Those done since a moment, the latest first. */
    List<Action> doneSince(Instant moment) {
        return sql.sql("select * from meeting.action where done >= :moment order by done desc, id desc limit 200")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(ActionTable::action)
                .list();
    }

    /** Those decided in a meeting, done or not. */
    List<Action> of(long meeting) {
        return sql.sql("select * from meeting.action where meeting = :meeting order by id")
                .param("meeting", meeting)
                .query(ActionTable::action)
                .list();
    }

    private static Action action(ResultSet row, int index) throws SQLException {
        var done = row.getObject("done", OffsetDateTime.class);
        return new Action(
                row.getLong("id"),
                row.getLong("meeting"),
                row.getString("what"),
                row.getString("who"),
                row.getLong("person"),
                row.getObject("due", LocalDate.class),
                row.getLong("added_by"),
                row.getObject("added", OffsetDateTime.class).toInstant(),
                done == null ? null : done.toInstant(),
                row.getString("outcome"));
    }
}
