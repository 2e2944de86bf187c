package vigie.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.SiteId;

/** Every statement on the steps of a ticket, those taken and the one that is under way. */
@Component
class StepTable {
    /** A step that was taken: who took it, when, and until when an answer was asked for. */
    record Taken(Step step, Instant at, Instant due, String who) {}

    private static final String ASKING = """
            state in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED') and step_due is not null and not ripe
            and not exists (select from ticket.bond b
                             where b.ticket = ticket.ticket.id and b.kind = 'MASTER' and b.ended is null)
            """;

    private final JdbcClient sql;

    StepTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Asked> of(long ticket) {
        return sql.sql("select * from ticket.ticket where id = :id and step_from is not null")
                .param("id", ticket)
                .query(StepTable::asked)
                .optional();
    }

    /** Begins a step, or begins it anew: its time is reckoned from now. */
    void begin(long ticket, Step step, Instant from, Term term) {
        sql.sql("""
                update ticket.ticket set step = :step, step_from = :from, step_term = :term, step_due = :due,
                       step_moved = '', ripe = false
                 where id = :id
                """)
                .param("step", step.name())
                .param("from", utc(from))
                .param("term", term.text())
                .param("due", utc(term.after(from)))
                .param("id", ticket)
                .update();
    }

    void taken(long ticket, Taken taken) {
        sql.sql("""
                insert into ticket.step_taken (ticket, step, at, due, who) values (:ticket, :step, :at, :due, :who)
                on conflict do nothing
                """)
                .param("ticket", ticket)
                .param("step", taken.step().name())
                .param("at", utc(taken.at()))
                .param("due", utc(taken.due()))
                .param("who", taken.who())
                .update();
    }

    List<Taken> takenFor(long ticket) {
        return sql.sql("select step, at, due, who from ticket.step_taken where ticket = :ticket order by at, step")
                .param("ticket", ticket)
                .query((row, index) -> new Taken(
                        Step.valueOf(row.getString("step")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getString("who")))
                .list();
    }

    void move(long ticket, Instant due, String why) {
        sql.sql("update ticket.ticket set step_due = :due, step_moved = :why, ripe = false where id = :id")
                .param("due", utc(due))
                .param("why", why)
                .param("id", ticket)
                .update();
    }

    void ripen(long ticket) {
        sql.sql("update ticket.ticket set ripe = true where id = :id")
                .param("id", ticket)
                .update();
    }

    void reminded(long ticket, int reminders) {
        sql.sql("update ticket.ticket set reminders = :reminders where id = :id")
                .param("reminders", reminders)
                .param("id", ticket)
                .update();
    }

    /** How many reminders were sent since it waits for a reply. */
    int reminders(long ticket) {
        return sql.sql("select reminders from ticket.ticket where id = :id")
                .param("id", ticket)
                .query(Integer.class)
                .single();
    }

    Optional<Instant> nextDue() {
        return sql.sql("select min(step_due) from ticket.ticket where " + ASKING)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    List<Long> dueBy(Instant now) {
        return sql.sql("select id from ticket.ticket where step_due <= :now and " + ASKING + " order by id")
                .param("now", utc(now))
                .query(Long.class)
                .list();
    }

    /** The tickets of a site whose step is under way. */
    List<Long> asking(SiteId site) {
        return sql.sql("select id from ticket.ticket where site = :site and " + ASKING + " order by id")
                .param("site", site.value())
                .query(Long.class)
                .list();
    }

    /** The open tickets for which the next may be asked. */
    List<Asked> ripe() {
        return sql.sql("select * from ticket.ticket where ripe and state in ('NEW', 'ASSIGNED', 'IN_PROGRESS',"
                        + " 'ON_HOLD', 'REOPENED') order by step_due, id")
                .query(StepTable::asked)
                .list();
    }

    /** The open tickets that were taken beyond the site, the farthest first. */
    List<Asked> beyondTheSite() {
        return sql.sql("""
                select * from ticket.ticket
                 where step in ('NGI_MANAGER', 'OPERATIONS', 'SUSPENSION_NOTICE') and step_from is not null
                   and state in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_REPLY', 'ON_HOLD', 'REOPENED')
                 order by array_position(array['SUSPENSION_NOTICE', 'OPERATIONS', 'NGI_MANAGER'], step), id
                """).query(StepTable::asked).list();
    }

    private static Asked asked(ResultSet row, int index) throws SQLException {
        var due = row.getObject("step_due", OffsetDateTime.class);
        return new Asked(
                row.getLong("id"),
                Step.valueOf(row.getString("step")),
                row.getObject("step_from", OffsetDateTime.class).toInstant(),
                Term.parse(row.getString("step_term")),
                due == null ? null : due.toInstant(),
                row.getString("step_moved"),
                row.getBoolean("ripe"),
                row.getInt("reminders"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
