package vigie.problem;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Federation;
import vigie.registry.SiteId;
import vigie.time.Reckoning;
import vigie.time.Why;
import vigie.time.WorkingCalendar;

/**
 * After how long a ticket is due: 24 hours without weekends and holidays (EGI), unless the site's NGI has said
 * otherwise (France-Grilles: 10).
 */
@Component
class Policies {
    private final JdbcClient sql;
    private final Federation federation;
    private final Duration usual;

    private final Duration overdue;
    private final Duration escalates;

    Policies(
            JdbcClient sql,
            Federation federation,
            @Value("${vigie.problem.ticket-due-after:PT24H}") Duration usual,
            @Value("${vigie.problem.overdue-after:PT72H}") Duration overdue,
            @Value("${vigie.problem.escalates-after:PT74H}") Duration escalates) {
        this.sql = sql;
        this.federation = federation;
        this.usual = usual;
        this.overdue = overdue;
        this.escalates = escalates;
    }

    /** When a ticket is due for a problem, when that is overdue, and when those above the duty see it. */
    record Terms(Instant due, Instant overdue, Instant escalates) {}

    /** How long a problem may last at a site, and by which days off. */
    record Policy(Duration due, WorkingCalendar calendar) {}

    Policy of(SiteId site) {
        var ngi = federation.site(site).map(found -> found.ngi()).orElse("");
        return sql.sql("select ticket_due_hours, country from problem.policy where ngi = :ngi")
                .param("ngi", ngi)
                .query((row, index) ->
                        new Policy(Duration.ofHours(row.getInt(1)), WorkingCalendar.ofCountry(row.getString(2))))
                .optional()
                .orElse(new Policy(usual, WorkingCalendar.WEEKENDS_ONLY));
    }

    /** The terms of what began then: 72 and 74 hours for the last two (EGI), each without weekends and holidays. */
    Terms terms(SiteId site, Instant began) {
        var policy = of(site);
        return new Terms(
                after(began, policy.due(), policy), after(began, overdue, policy), after(began, escalates, policy));
    }

    private static Instant after(Instant began, Duration length, Policy policy) {
        return Reckoning.ELAPSED_WITHOUT_DAYS_OFF.after(began, length, policy.calendar());
    }

    /** The age of what began then, and what was not counted. */
    Why age(SiteId site, Instant began, Instant now) {
        return Reckoning.ELAPSED_WITHOUT_DAYS_OFF.why(began, now, of(site).calendar());
    }
}
