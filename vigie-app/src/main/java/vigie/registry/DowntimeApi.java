package vigie.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.people.SentOnce;
import vigie.registry.RegistryApi.Slice;
import vigie.time.Interval;
import vigie.words.Refusal;

/** Downtimes for machines: read, announced, changed and ended. Moments are ISO 8601 with an offset. */
@RestController
@RequestMapping("/api/v1/downtimes")
class DowntimeApi {
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(366);
    private final Federation federation;
    private final Announcements announcements;
    private final Clock clock;

    DowntimeApi(Federation federation, Announcements announcements, Clock clock) {
        this.federation = federation;
        this.announcements = announcements;
        this.clock = clock;
    }

    record DowntimeSeen(
            long id,
            String site,
            List<Long> services,
            String severity,
            boolean scheduled,
            String classification,
            String description,
            Instant start,
            Instant end,
            Instant announced) {}

    /**
     * What is sent. Left out in a change, a field stays as it is.
     *
     * @param services each by its number, or as {@code host type}
     * @param severity {@code OUTAGE} or {@code WARNING}
     */
    record DowntimeSaid(
            @Nullable String site,
            @Nullable List<@Nullable Object> services,
            @Nullable String severity,
            @Nullable String start,
            @Nullable String end,
            @Nullable String description) {}

    /** The downtimes that share time with a stretch; without one, those of the last month and the coming year. */
    @May(Right.READ)
    @GetMapping
    Slice<DowntimeSeen> all(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        var start = from == null ? clock.instant().minus(BACK) : from;
        var end = to == null ? clock.instant().plus(AHEAD) : to;
        if (!start.isBefore(end)) {
            throw Refusal.unreadable("to", "registry.end-first", end, start);
        }
        return Slice.of(
                federation.downtimes(new Interval(start, end)).stream()
                        .map(this::seen)
                        .toList(),
                page,
                size);
    }

    @May(Right.READ)
    @GetMapping("/{id}")
    DowntimeSeen one(@PathVariable long id, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.ETAG, Shown.tag(announcements.version(id)));
        return seen(known(id));
    }

    /** Announces one; whether it is SCHEDULED follows from its start. The same key announces it once. */
    @May(Right.ANNOUNCE_DOWNTIME)
    @PostMapping
    ResponseEntity<DowntimeSeen> announce(
            Actor actor,
            @RequestBody DowntimeSaid said,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var name = said("site", said.site());
        var site =
                federation.siteNamed(name).orElseThrow(() -> Refusal.unreadable("site", "registry.unknown-site", name));
        actor.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, site.id().value());
        var wish = new Announcements.Said(
                services(site, Objects.requireNonNullElse(said.services(), List.of())),
                Downtime.Severity.of(said("severity", said.severity())),
                moment("start", said("start", said.start())),
                moment("end", said("end", said.end())),
                said("description", said.description()));
        var id = announcements.announce(actor, site, wish, SentOnce.key(actor, key));
        return ResponseEntity.created(URI.create("/api/v1/downtimes/" + id))
                .eTag(Shown.tag(announcements.version(id)))
                .body(seen(known(id)));
    }

    /** Changes one that is not over. */
    @May(Right.ANNOUNCE_DOWNTIME)
    @PatchMapping("/{id}")
    DowntimeSeen change(
            Actor actor,
            @PathVariable long id,
            @RequestBody DowntimeSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        var before = known(id);
        actor.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, before.site().value());
        var site = federation.site(before.site()).orElseThrow();
        if (said.site() != null && !said.site().equals(site.name())) {
            throw Refusal.unreadable("site", "registry.site-stands", said.site(), site.name());
        }
        announcements.change(
                actor,
                id,
                was -> new Announcements.Said(
                        said.services() == null ? was.services() : services(site, said.services()),
                        said.severity() == null ? was.severity() : Downtime.Severity.of(said.severity()),
                        said.start() == null ? was.start() : moment("start", said.start()),
                        said.end() == null ? was.end() : moment("end", said.end()),
                        Objects.requireNonNullElse(said.description(), was.description())),
                Shown.in(match));
        return one(id, answer);
    }

    /** Ends one that runs; one that has not begun is withdrawn. */
    @May(Right.ANNOUNCE_DOWNTIME)
    @PostMapping("/{id}/end")
    DowntimeSeen end(
            Actor actor,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        announcements.end(actor, known(id).id(), Shown.in(match));
        return one(id, answer);
    }

    private Downtime known(long id) {
        return federation.downtime(id).orElseThrow(() -> Refusal.notFound("registry.unknown-downtime", id));
    }

    private Set<Long> services(Site site, List<@Nullable Object> named) {
        return named.stream()
                .filter(Objects::nonNull)
                .map(one -> service(site, one.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private long service(Site site, String named) {
        if (named.matches("\\d{1,18}")) {
            return Long.parseLong(named);
        }
        var words = named.strip().split("\\s+", 2);
        return federation
                .serviceAt(site.name(), words[0].toLowerCase(Locale.ROOT), words[words.length - 1])
                .orElseThrow(() -> Refusal.unreadable("services", "registry.unknown-service", named, site.name()))
                .id()
                .value();
    }

    private static String said(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.unreadable(field, "registry.empty", field);
        }
        return value;
    }

    private static Instant moment(String field, String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException unreadable) {
            throw Refusal.unreadable(field, "registry.no-moment", text);
        }
    }

    private DowntimeSeen seen(Downtime downtime) {
        return new DowntimeSeen(
                downtime.id(),
                federation.site(downtime.site()).map(Site::name).orElse(""),
                downtime.services().stream().map(ServiceId::value).sorted().toList(),
                downtime.severity().name(),
                downtime.scheduled(),
                downtime.classification(),
                downtime.description(),
                downtime.during().start(),
                downtime.during().end(),
                downtime.announced());
    }
}
