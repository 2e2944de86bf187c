package vigie.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.cause.Cause;
import vigie.registry.SiteId;

/** All SQL of {@code problem.problem}. */
@Component
class ProblemTable {
    private final JdbcClient sql;

    ProblemTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps everyone else from the problems of a site until the transaction ends. */
    void lock(SiteId site) {
        sql.sql("select pg_advisory_xact_lock(1886547810, :site)")
                .param("site", (int) site.value())
                .query((row, index) -> 0)
                .list();
    }

    long open(SiteId site, Cause cause, Instant began, Policies.Terms terms) {
        return open(site, cause, began, terms, false);
    }

    /** Opens one; by hand where a person parted it from another. */
    long open(SiteId site, Cause cause, Instant began, Policies.Terms terms, boolean byHand) {
        return sql.sql("""
                insert into problem.problem (site, cause, stage, began, due, overdue, escalates, by_hand)
                values (:site, :cause, 'OPEN', :began, :due, :overdue, :escalates, :hand) returning id
                """)
                .param("site", site.value())
                .param("cause", cause.text())
                .param("began", time(began))
                .param("due", time(terms.due()))
                .param("overdue", time(terms.overdue()))
                .param("escalates", time(terms.escalates()))
                .param("hand", byHand)
                .query(Long.class)
                .single();
    }

    Optional<Problem> find(long id) {
        return sql.sql("select * from problem.problem where id = :id")
                .param("id", id)
                .query(ProblemTable::problem)
                .optional();
    }

    /** The problem, held until the transaction ends. */
    Optional<Problem> hold(long id) {
        return sql.sql("select * from problem.problem where id = :id for update")
                .param("id", id)
                .query(ProblemTable::problem)
                .optional();
    }

    List<Problem> open(SiteId site) {
        return sql.sql("select * from problem.problem where site = :site and closed is null order by began, id")
                .param("site", site.value())
                .query(ProblemTable::problem)
                .list();
    }

    List<Problem> open() {
        return sql.sql("select * from problem.problem where closed is null order by began, id")
                .query(ProblemTable::problem)
                .list();
    }

    /** The open problems of a site that a person parted from others. */
    Set<Long> byHand(SiteId site) {
        return Set.copyOf(sql.sql("select id from problem.problem where site = :site and closed is null and by_hand")
                .param("site", site.value())
                .query(Long.class)
                .list());
    }

    /** Writes down what a problem has become. */
    void keep(Problem now) {
        sql.sql("""
                update problem.problem
                   set cause = :cause, stage = :stage, began = :began, due = :due, overdue = :overdue,
                       escalates = :escalates, acknowledged_until = :until, owner = :owner, ticket = :ticket,
                       held = :held, good_since = :good, recovered = :recovered, returned = :returned,
                       returned_from = :returnedFrom,
                       closed = :closed, closed_why = :why, closed_as = :as,
                       look = case when :good::timestamptz is null or :recovered::timestamptz is not null
                                     or :closed::timestamptz is not null then null else look end
                 where id = :id
                """)
                .param("id", now.id())
                .param("cause", now.cause().text())
                .param("stage", now.stage().name())
                .param("began", time(now.began()))
                .param("due", time(now.due()))
                .param("overdue", time(now.overdue()))
                .param("escalates", time(now.escalates()))
                .param("held", time(now.held()))
                .param("good", time(now.goodSince()))
                .param("returned", time(now.returned()))
                .param("returnedFrom", now.returnedFrom())
                .param("as", now.closedAs())
                .param("until", time(now.acknowledgedUntil()))
                .param("owner", now.owner())
                .param("ticket", now.ticket())
                .param("recovered", time(now.recovered()))
                .param("closed", time(now.closed()))
                .param("why", now.closedWhy())
                .update();
    }

    /** The earliest moment at which an open problem without a word falls due. */
    Optional<Instant> nextDue() {
        return moment("""
                select min(due) from problem.problem where stage = 'OPEN' and held is null and good_since is null
                """);
    }

    List<Long> dueBy(Instant now) {
        return ids("""
                select id from problem.problem
                 where stage = 'OPEN' and held is null and good_since is null and due <= :now order by due, id
                """, now);
    }

    /** The earliest moment at which one whose ticket is due becomes overdue. */
    Optional<Instant> nextOverdue() {
        return moment("""
                select min(overdue) from problem.problem where stage = 'DUE' and held is null and good_since is null
                """);
    }

    List<Long> overdueBy(Instant now) {
        return ids("""
                select id from problem.problem
                 where stage = 'DUE' and held is null and good_since is null and overdue <= :now order by overdue, id
                """, now);
    }

    /** The earliest end of what covers a problem. */
    Optional<Instant> nextEndOfHold() {
        return moment("select min(held) from problem.problem where held is not null");
    }

    List<Long> heldUntil(Instant now) {
        return ids("select id from problem.problem where held <= :now order by held, id", now);
    }

    /** When to look again whether one that seems good is believed. */
    Optional<Instant> nextLook() {
        return moment("select min(look) from problem.problem where look is not null");
    }

    List<Long> toLookAt(Instant now) {
        return ids("select id from problem.problem where look <= :now order by look, id", now);
    }

    void lookAt(long id, Instant moment) {
        sql.sql("update problem.problem set look = :moment where id = :id")
                .param("id", id)
                .param("moment", time(moment))
                .update();
    }

    /** The earliest end of an acknowledgement. */
    Optional<Instant> nextExpiry() {
        return moment("select min(acknowledged_until) from problem.problem where stage = 'ACKNOWLEDGED'");
    }

    List<Long> expiredBy(Instant now) {
        return ids("""
                select id from problem.problem where stage = 'ACKNOWLEDGED' and acknowledged_until <= :now order by id
                """, now);
    }

    /** When the oldest recovered problem without a ticket recovered. */
    Optional<Instant> firstRecovered() {
        return moment("select min(recovered) from problem.problem where stage = 'RECOVERED' and ticket = 0");
    }

    List<Long> recoveredBy(Instant moment) {
        return ids("""
                select id from problem.problem where stage = 'RECOVERED' and ticket = 0 and recovered <= :now order by id
                """, moment);
    }

    private List<Long> ids(String query, Instant now) {
        return sql.sql(query).param("now", time(now)).query(Long.class).list();
    }

    private Optional<Instant> moment(String query) {
        return sql.sql(query)
                .query((row, index) -> Optional.ofNullable(instant(row, 1)))
                .single();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Problem problem(ResultSet row, int index) throws SQLException {
        return new Problem(
                row.getLong("id"),
                new SiteId(row.getLong("site")),
                Cause.parse(row.getString("cause")),
                Stage.valueOf(row.getString("stage")),
                row.getObject("began", OffsetDateTime.class).toInstant(),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getObject("overdue", OffsetDateTime.class).toInstant(),
                row.getObject("escalates", OffsetDateTime.class).toInstant(),
                instant(row, row.findColumn("acknowledged_until")),
                row.getLong("owner"),
                row.getLong("ticket"),
                instant(row, row.findColumn("held")),
                instant(row, row.findColumn("good_since")),
                instant(row, row.findColumn("recovered")),
                instant(row, row.findColumn("returned")),
                row.getLong("returned_from"),
                instant(row, row.findColumn("closed")),
                row.getString("closed_why"),
                row.getString("closed_as"));
    }
}
