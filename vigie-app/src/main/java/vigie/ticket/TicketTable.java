package vigie.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.people.Actor;
import vigie.registry.SiteId;

/** Every statement on {@code ticket.ticket} and {@code ticket.due}. */
@Component
class TicketTable {
    /** A problem for which a ticket is due. */
    record Due(long problem, long site) {}

    private final JdbcClient sql;

    TicketTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Opens it; empty where this form, or an open ticket of this problem, is there already. */
    Optional<Long> add(
            Draft draft, State state, boolean raisedBySite, String who, Instant now, Quality quality, Term term) {
        return sql.sql("""
                insert into ticket.ticket (site, subject, state, priority, problem, language, raised_by_site, opened,
                    opened_by, quality, clock_from, response_due, response_rule, last_progress, last_human, last_actor, form_key)
                values (:site, :subject, :state, :priority, :problem, :language, :raised, :now, :who, :quality, :now,
                    :due, :rule, :now, :now, :who, :key)
                on conflict do nothing returning id
                """)
                .param("site", draft.site().value())
                .param("subject", draft.subject())
                .param("state", state.name())
                .param("priority", draft.priority().name())
                .param("problem", draft.problem())
                .param("language", draft.language())
                .param("raised", raisedBySite)
                .param("now", utc(now))
                .param("who", who)
                .param("quality", quality.name())
                .param("due", utc(term.after(now)))
                .param("rule", term.text())
                .param("key", draft.formKey())
                .query(Long.class)
                .optional();
    }

    /** The ticket of a form, or the open one of a problem. */
    Optional<Long> sameAs(Draft draft) {
        return sql.sql("""
                select id from ticket.ticket
                 where form_key = :key or (problem = :problem and problem <> 0
                       and state not in ('UNSOLVED', 'VERIFIED', 'CLOSED'))
                 order by (form_key = :key) desc limit 1
                """)
                .param("key", draft.formKey())
                .param("problem", draft.problem())
                .query(Long.class)
                .optional();
    }

    /** The open ticket of a problem, other than this one. */
    Optional<Long> openOf(long problem, long other) {
        return sql.sql("""
                select id from ticket.ticket
                 where problem = :problem and id <> :other and state not in ('UNSOLVED', 'VERIFIED', 'CLOSED')
                """)
                .param("problem", problem)
                .param("other", other)
                .query(Long.class)
                .optional();
    }

    Optional<Ticket> find(long id) {
        return sql.sql("select * from ticket.ticket where id = :id")
                .param("id", id)
                .query(TicketTable::ticket)
                .optional();
    }

    /** Open ones after a ticket of this number that did not come from a helpdesk, by its letters or by its door. */
    List<Long> openAfter(long ticket) {
        return sql.sql("""
                select id from ticket.ticket
                 where id > :ticket and state not in ('SOLVED', 'UNSOLVED', 'VERIFIED', 'CLOSED')
                   and not starts_with(form_key, 'mail:') and not starts_with(form_key, 'helpdesk:')
                 order by id
                """).param("ticket", ticket).query(Long.class).list();
    }

    long newest() {
        return sql.sql("select coalesce(max(id), 0) from ticket.ticket")
                .query(Long.class)
                .single();
    }

    /** The same, held until the transaction ends: two who change it come one after the other. */
    Optional<Ticket> hold(long id) {
        return sql.sql("select * from ticket.ticket where id = :id for update")
                .param("id", id)
                .query(TicketTable::ticket)
                .optional();
    }

    void progress(long id, State state, Actor actor, Instant now) {
        progress(id, state, actor.name(), actor.person() != 0, now);
    }

    /** Something was said or done, and by a person where that is so. */
    void progress(long id, State state, String who, boolean human, Instant now) {
        sql.sql("""
                update ticket.ticket set state = :state, last_actor = :who, last_progress = :now,
                       answered = case when :state in ('NEW', 'ASSIGNED') then answered else coalesce(answered, :now) end,
                       clock_from = case when state <> :state then :now else clock_from end,
                       reminders = case when state <> :state then 0 else reminders end,
                       last_human = case when :human then :now else last_human end
                 where id = :id
                """)
                .param("state", state.name())
                .param("who", who)
                .param("human", human)
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    void ends(long id, @Nullable Instant solved, @Nullable Instant closes, String solution) {
        sql.sql("update ticket.ticket set solved = :solved, closes = :closes, solution = :solution where id = :id")
                .param("solved", solved == null ? null : utc(solved))
                .param("closes", closes == null ? null : utc(closes))
                .param("solution", solution)
                .param("id", id)
                .update();
    }

    /** It is about this problem, which has recovered then; 0 for none. */
    void about(long id, long problem, @Nullable Instant recovered) {
        sql.sql("update ticket.ticket set problem = :problem, recovered = :recovered where id = :id")
                .param("problem", problem)
                .param("recovered", recovered == null ? null : utc(recovered), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    void priority(long id, Priority priority, Term term, Instant responseDue) {
        sql.sql("""
                update ticket.ticket set priority = :priority, response_due = :due, response_rule = :rule where id = :id
                """)
                .param("priority", priority.name())
                .param("due", utc(responseDue))
                .param("rule", term.text())
                .param("id", id)
                .update();
    }

    /** It was opened with others by this form. */
    void batch(long id, String batch) {
        sql.sql("update ticket.ticket set batch = :batch where id = :id")
                .param("batch", batch)
                .param("id", id)
                .update();
    }

    void reminder(long id, @Nullable Instant moment) {
        sql.sql("update ticket.ticket set reminder = :moment where id = :id")
                .param("moment", moment == null ? null : utc(moment))
                .param("id", id)
                .update();
    }

    /** Newest first; {@code site} is the number of the wanted site, 0 for all, -1 for one that is not there. */
    List<Ticket> page(Wanted wanted, long site, Quiet quiet, int limit, int offset) {
        var condition = Condition.of(wanted, site, quiet);
        return condition
                .given(sql.sql("select * from ticket.ticket where " + condition.sql()
                        + " order by id desc limit :limit offset :offset"))
                .param("limit", limit)
                .param("offset", offset)
                .query(TicketTable::ticket)
                .list();
    }

    /** What counts as stale: no person has done anything since, and no reminder lies ahead of now. */
    record Quiet(Instant since, Instant now) {}

    long stale(Wanted wanted, long site, Quiet quiet) {
        var condition = Condition.of(wanted.inState("STALE"), site, quiet);
        return condition
                .given(sql.sql("select count(*) from ticket.ticket where " + condition.sql()))
                .query(Long.class)
                .single();
    }

    /** How many there are in each state of those wanted. */
    Map<State, Long> countByState(Wanted wanted, long site, Quiet quiet) {
        var counts = new EnumMap<State, Long>(State.class);
        var condition = Condition.of(wanted, site, quiet);
        condition
                .given(sql.sql(
                        "select state, count(*) from ticket.ticket where " + condition.sql() + " group by state"))
                .query(row -> {
                    counts.put(State.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private static final Quiet ANY = new Quiet(Instant.EPOCH, Instant.EPOCH);

    List<Ticket> open() {
        return page(Wanted.OPEN, 0, ANY, 10_000, 0);
    }

    List<Ticket> open(SiteId site) {
        return page(Wanted.OPEN, site.value(), ANY, 10_000, 0);
    }

    /** A ticket that waits for a reply: since when, how often it was reminded of, and whose days off do not count. */
    record Waits(long ticket, Instant since, int reminders, String country) {}

    /** Those that wait for a reply and were reminded of less often than so many times. */
    List<Waits> waiting(int reminders) {
        return sql.sql("""
                select id, clock_from, reminders, response_rule from ticket.ticket
                 where state = 'WAITING_FOR_REPLY' and reminders < :reminders order by id
                """)
                .param("reminders", reminders)
                .query((row, index) -> new Waits(
                        row.getLong("id"),
                        row.getObject("clock_from", OffsetDateTime.class).toInstant(),
                        row.getInt("reminders"),
                        Term.parse(row.getString("response_rule")).country()))
                .list();
    }

    /** Those that wait for a reply in spite of so many reminders. */
    List<Ticket> waitingInVain(int reminders) {
        return sql.sql("select * from ticket.ticket where state = 'WAITING_FOR_REPLY' and reminders >= :reminders")
                .param("reminders", reminders)
                .query(TicketTable::ticket)
                .list();
    }

    Optional<Instant> nextClosing() {
        return sql.sql(
                        "select min(closes) from ticket.ticket where closes is not null and state in ('SOLVED', 'UNSOLVED')")
                .query((row, index) -> Optional.ofNullable(moment(row, "min")))
                .single();
    }

    List<Long> closingBy(Instant now) {
        return sql.sql(
                        "select id from ticket.ticket where closes <= :now and state in ('SOLVED', 'UNSOLVED') order by id")
                .param("now", utc(now))
                .query(Long.class)
                .list();
    }

    void due(long problem, long site, Instant since) {
        sql.sql("insert into ticket.due (problem, site, since) values (:problem, :site, :since) on conflict (problem)"
                        + " do update set since = excluded.since, done = null where ticket.due.done is not null")
                .param("problem", problem)
                .param("site", site)
                .param("since", utc(since))
                .update();
    }

    void noLongerDue(long problem, Instant now) {
        sql.sql("update ticket.due set done = :now where problem = :problem and done is null")
                .param("now", utc(now))
                .param("problem", problem)
                .update();
    }

    List<Due> due() {
        return sql.sql("select problem, site from ticket.due where done is null order by since, problem")
                .query(Due.class)
                .list();
    }

    void recovered(long problem, Instant now) {
        sql.sql("update ticket.ticket set recovered = :now where problem = :problem and recovered is null")
                .param("now", utc(now))
                .param("problem", problem)
                .update();
    }

    /** Its problem is bad again: no ticket proposes to be solved any more. */
    void relapsed(long problem) {
        sql.sql("update ticket.ticket set recovered = null where problem = :problem and recovered is not null")
                .param("problem", problem)
                .update();
    }

    private static Ticket ticket(ResultSet row, int index) throws SQLException {
        return new Ticket(
                row.getLong("id"),
                new SiteId(row.getLong("site")),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                Priority.valueOf(row.getString("priority")),
                row.getLong("problem"),
                row.getString("language"),
                row.getBoolean("raised_by_site"),
                Quality.valueOf(row.getString("quality")),
                row.getObject("clock_from", OffsetDateTime.class).toInstant(),
                row.getObject("opened", OffsetDateTime.class).toInstant(),
                row.getString("opened_by"),
                row.getObject("response_due", OffsetDateTime.class).toInstant(),
                row.getString("response_rule"),
                moment(row, "answered"),
                row.getObject("last_progress", OffsetDateTime.class).toInstant(),
                row.getObject("last_human", OffsetDateTime.class).toInstant(),
                row.getString("last_actor"),
                moment(row, "reminder"),
                moment(row, "recovered"),
                moment(row, "solved"),
                moment(row, "closes"),
                row.getString("solution"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
