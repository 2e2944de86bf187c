package vigie.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.ticket.Priority;
import vigie.ticket.State;

/** Every statement that changes {@code helpdesk.past}, and one ticket of it. */
@Component
class PastTable {
    /** What became of a ticket that was put there. */
    enum Put {
        ADDED,
        CHANGED,
        SAME
    }

    private final JdbcClient sql;

    PastTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whoever reads tickets in waits until nobody else does, to the end of the transaction. */
    void alone() {
        sql.sql("select pg_advisory_xact_lock(hashtext('helpdesk.past'))").query(row -> {});
    }

    /** Adds it, or brings the one of that number up to date; what a person said of its cause stays. */
    Put put(String origin, Past past, long site, String siteName, Rules.Proposal proposal, long intake) {
        return sql.sql("""
                insert into helpdesk.past as kept (origin, foreign_id, site, site_name, subject, body, state, priority,
                    service, vo, opened, ended, solution, proposed, proposed_why, intake)
                values (:origin, :foreign, :site, :name, :subject, :body, :state, :priority, :service, :vo, :opened, :ended,
                    :solution, :proposed, :why, :intake)
                on conflict (origin, foreign_id) do update
                   set site = case when excluded.site_name = '' then kept.site else excluded.site end,
                       site_name = case when excluded.site_name = '' then kept.site_name else excluded.site_name end,
                       subject = excluded.subject, body = excluded.body, state = excluded.state,
                       priority = excluded.priority, service = excluded.service, vo = excluded.vo,
                       opened = excluded.opened, ended = excluded.ended, solution = excluded.solution,
                       proposed = excluded.proposed, proposed_why = excluded.proposed_why, intake = excluded.intake
                 where (excluded.site_name <> '' and (kept.site, kept.site_name) is distinct from
                           (excluded.site, excluded.site_name))
                    or (kept.subject, kept.body, kept.state, kept.priority, kept.service, kept.vo, kept.opened,
                        kept.ended, kept.solution, kept.proposed, kept.proposed_why) is distinct from
                       (excluded.subject, excluded.body, excluded.state, excluded.priority, excluded.service, excluded.vo,
                        excluded.opened, excluded.ended, excluded.solution, excluded.proposed, excluded.proposed_why)
                returning (xmax = 0)
                """)
                .param("origin", origin)
                .param("foreign", past.foreignId())
                .param("site", site)
                .param("name", siteName)
                .param("subject", past.subject())
                .param("body", past.text())
                .param("state", past.state().name())
                .param(
                        "priority",
                        past.priority() == null ? "" : past.priority().name())
                .param("service", past.service())
                .param("vo", past.vo())
                .param("opened", past.opened().atOffset(ZoneOffset.UTC))
                .param("ended", utc(past.ended()))
                .param("solution", past.solution())
                .param("proposed", proposal.kind().name())
                .param("why", proposal.why())
                .param("intake", intake)
                .query(Boolean.class)
                .optional()
                .map(fresh -> fresh ? Put.ADDED : Put.CHANGED)
                .orElse(Put.SAME);
    }

    Optional<PastTicket> find(long id) {
        return sql.sql("select * from helpdesk.past where id = :id")
                .param("id", id)
                .query(PastTable::past)
                .optional();
    }

    /** The same, held until the transaction ends. */
    Optional<PastTicket> hold(long id) {
        return sql.sql("select * from helpdesk.past where id = :id for update")
                .param("id", id)
                .query(PastTable::past)
                .optional();
    }

    void confirm(long id, CauseKind kind, String who, Instant at) {
        sql.sql("""
                update helpdesk.past set confirmed = :kind, confirmed_by = :who, confirmed_at = :at where id = :id
                """)
                .param("kind", kind.name())
                .param("who", who)
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static PastTicket past(ResultSet row, int index) throws SQLException {
        var priority = row.getString("priority");
        var confirmed = row.getString("confirmed");
        return new PastTicket(
                row.getLong("id"),
                row.getString("origin"),
                row.getString("foreign_id"),
                row.getString("site_name"),
                row.getLong("site") != 0,
                row.getString("subject"),
                row.getString("body"),
                State.valueOf(row.getString("state")),
                priority.isEmpty() ? null : Priority.valueOf(priority),
                row.getString("service"),
                row.getString("vo"),
                row.getObject("opened", OffsetDateTime.class).toInstant(),
                moment(row, "ended"),
                row.getString("solution"),
                CauseKind.valueOf(row.getString("proposed")),
                row.getString("proposed_why"),
                confirmed.isEmpty() ? null : CauseKind.valueOf(confirmed),
                row.getString("confirmed_by"),
                moment(row, "confirmed_at"));
    }
}
