package vigie.registry;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.people.SentOnce;
import vigie.words.Refusal;

/** Downtimes announced by machines. */
@RestController
@RequestMapping("/api/v1/downtimes")
class DowntimesApi {
    private final Federation federation;
    private final Announcements announcements;

    DowntimesApi(Federation federation, Announcements announcements) {
        this.federation = federation;
        this.announcements = announcements;
    }

    /** What is to be announced: all services are of one site. */
    record Wanted(
            @Nullable String site,
            @Nullable List<@Nullable Long> services,
            Downtime.@Nullable Severity severity,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String description) {}

    /** A downtime with the name of its site. */
    record Told(
            long id,
            String site,
            Set<Long> services,
            String severity,
            boolean scheduled,
            String description,
            Instant start,
            Instant end) {}

    @May(Right.READ)
    @GetMapping("/{id}")
    Told one(@PathVariable long id) {
        var downtime = federation.downtime(id).orElseThrow(() -> Refusal.notFound("registry.unknown-downtime", id));
        var services = new TreeSet<Long>();
        downtime.services().forEach(service -> services.add(service.value()));
        return new Told(
                id,
                federation.site(downtime.site()).map(Site::name).orElse(""),
                services,
                downtime.severity().name(),
                downtime.scheduled(),
                downtime.description(),
                downtime.during().start(),
                downtime.during().end());
    }

    /** Announces one; the same key announces it once. */
    @May(Right.ANNOUNCE_DOWNTIME)
    @PostMapping
    ResponseEntity<Told> announce(
            Actor actor,
            @RequestBody Wanted wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var name = wanted.site() == null ? "" : wanted.site();
        var site = federation.siteNamed(name).orElseThrow(() -> Refusal.notFound("registry.unknown-site", name));
        actor.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, site.id().value());
        if (wanted.severity() == null) {
            throw Refusal.unreadable("severity", "registry.bad-severity", "");
        }
        var services = new TreeSet<Long>();
        if (wanted.services() != null) {
            wanted.services().stream().filter(Objects::nonNull).forEach(services::add);
        }
        var id = announcements.announce(
                actor,
                site,
                services,
                wanted.severity(),
                moment("start", wanted.start()),
                moment("end", wanted.end()),
                wanted.description() == null ? "" : wanted.description(),
                SentOnce.key(actor, key));
        return ResponseEntity.created(URI.create("/api/v1/downtimes/" + id)).body(one(id));
    }

    private static Instant moment(String field, @Nullable Instant moment) {
        if (moment == null) {
            throw Refusal.unreadable(field, "registry.no-time", "");
        }
        return moment;
    }
}
