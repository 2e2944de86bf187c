package vigie.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** Which team watches which site that is not theirs, for machines. */
@RestController
@RequestMapping("/api/v1/duty/delegations")
class DelegationApi {
    private final Calendar calendar;
    private final PauseTable table;
    private final Federation federation;
    private final Clock clock;

    DelegationApi(Calendar calendar, PauseTable table, Federation federation, Clock clock) {
        this.calendar = calendar;
        this.table = table;
        this.federation = federation;
        this.clock = clock;
    }

    /** An agreement as it is promised to others; see {@link Delegation}. */
    record Told(
            long id,
            String watched,
            String watcher,
            Instant begins,
            Instant ends,
            String limits,
            String agreed,
            String who,
            boolean lends) {}

    /** An agreement as it is wished; sites by their names. */
    record Wished(
            @Nullable String watched,
            @Nullable String watcher,
            @Nullable Instant begins,
            @Nullable Instant ends,
            @Nullable String limits,
            @Nullable String agreed,
            @Nullable Boolean lends) {}

    /** Those that have not ended, the first to begin first. */
    @May(Right.READ)
    @GetMapping
    List<Told> all() {
        return table.delegations(clock.instant()).stream().map(this::told).toList();
    }

    @May(Right.DECIDE_DUTY)
    @PostMapping
    List<Told> delegate(Actor actor, @RequestBody Wished wished) {
        if (wished.begins() == null || wished.ends() == null) {
            throw Refusal.unreadable("begins", "duty.no-moment", "");
        }
        calendar.delegate(
                actor,
                new Delegation(
                        0,
                        site("watched", wished.watched()),
                        site("watcher", wished.watcher()),
                        Calendar.stretch(wished.begins(), wished.ends()),
                        said(wished.limits()),
                        said(wished.agreed()),
                        actor.name(),
                        wished.lends() != null && wished.lends()));
        return all();
    }

    /** Ends one before its date. */
    @May(Right.DECIDE_DUTY)
    @PostMapping("/{id}/end")
    List<Told> end(Actor actor, @PathVariable long id) {
        calendar.endDelegation(actor, id);
        return all();
    }

    private Told told(Delegation one) {
        return new Told(
                one.id(),
                name(one.watched()),
                name(one.watcher()),
                one.during().start(),
                one.during().end(),
                one.limits(),
                one.agreed(),
                one.who(),
                one.lends());
    }

    private SiteId site(String field, @Nullable String name) {
        return federation
                .siteNamed(said(name))
                .map(Site::id)
                .orElseThrow(() -> Refusal.unreadable(field, "duty.no-site", said(name)));
    }

    private String name(SiteId site) {
        return federation.site(site).map(Site::name).orElse("?");
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
