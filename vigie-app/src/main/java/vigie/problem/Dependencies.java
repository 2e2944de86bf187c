package vigie.problem;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** Which service of a site needs which other one, as people declared it. All SQL of {@code problem.dependency}. */
@Component
class Dependencies {
    private final JdbcClient sql;
    private final Federation federation;
    private final Journal journal;
    private final Clock clock;

    Dependencies(JdbcClient sql, Federation federation, Journal journal, Clock clock) {
        this.sql = sql;
        this.federation = federation;
        this.journal = journal;
        this.clock = clock;
    }

    /** That one service fails when the other does. */
    public record Dependency(long service, long needs, String who, String reason) {}

    /** Those of a site. */
    List<Dependency> of(SiteId site) {
        return sql.sql("select service, needs, who, reason from problem.dependency where site = :site order by 1, 2")
                .param("site", site.value())
                .query(Dependency.class)
                .list();
    }

    /** All of them. */
    List<Dependency> all() {
        return sql.sql("select service, needs, who, reason from problem.dependency order by site, 1, 2")
                .query(Dependency.class)
                .list();
    }

    /** What each service of a site needs. */
    Map<Long, Set<Long>> needs(SiteId site) {
        var needs = new HashMap<Long, Set<Long>>();
        of(site).forEach(one ->
                needs.computeIfAbsent(one.service(), id -> new HashSet<>()).add(one.needs()));
        return needs;
    }

    @Transactional
    void declare(Actor actor, ServiceId service, ServiceId needs, String reason) {
        var first = known("service", service);
        var second = known("needs", needs);
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, first.site().value());
        if (!first.site().equals(second.site()) || service.equals(needs)) {
            throw Refusal.unreadable("needs", "problem.dependency.other-site", second.name());
        }
        var why = Problems.text("reason", reason);
        sql.sql("""
                insert into problem.dependency (site, service, needs, who, at, reason)
                values (:site, :service, :needs, :who, :at, :reason) on conflict do nothing
                """)
                .param("site", first.site().value())
                .param("service", service.value())
                .param("needs", needs.value())
                .param("who", actor.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", why)
                .update();
        journal.write(actor, "service:" + service.value(), "problem.deed.depends", "", second.name(), why);
    }

    @Transactional
    void forget(Actor actor, ServiceId service, ServiceId needs) {
        var first = known("service", service);
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, first.site().value());
        sql.sql("delete from problem.dependency where service = :service and needs = :needs")
                .param("service", service.value())
                .param("needs", needs.value())
                .update();
        journal.write(actor, "service:" + service.value(), "problem.deed.depends-not", needs.toString(), "", "");
    }

    private Service known(String field, ServiceId id) {
        return federation
                .service(id)
                .orElseThrow(() -> Refusal.unreadable(field, "problem.silence.no-service", id.value()));
    }
}
