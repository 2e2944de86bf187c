package vigie.registry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.time.Interval;
import vigie.words.Refusal;

/** The pages of downtimes. */
@Controller
public class DowntimePages {
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(366);
    private final Federation federation;
    private final Announcements announcements;
    private final Clock clock;

    DowntimePages(Federation federation, Announcements announcements, Clock clock) {
        this.federation = federation;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** A downtime with the names that a page says. */
    public record Line(Downtime downtime, String site, List<String> services) {}

    @May(Right.READ)
    @GetMapping("/downtimes")
    ModelAndView list(Frame frame) {
        var now = clock.instant();
        var all = federation.downtimes(new Interval(now.minus(BACK), now.plus(AHEAD))).stream()
                .map(this::line)
                .toList();
        return Page.of(
                "registry/downtimes",
                frame.titled(frame.words().say("registry.downtimes")),
                "running",
                all.stream()
                        .filter(line -> line.downtime().during().contains(now))
                        .toList(),
                "ahead",
                all.stream()
                        .filter(line -> line.downtime().during().start().isAfter(now))
                        .toList(),
                "past",
                all.stream()
                        .filter(line -> !line.downtime().during().end().isAfter(now))
                        .toList()
                        .reversed());
    }

    @May(Right.ANNOUNCE_DOWNTIME)
    @GetMapping("/downtimes/announce")
    ModelAndView form(Actor actor, Frame frame, @RequestParam(defaultValue = "") String site) {
        var mine = federation.sites().stream()
                .filter(one -> actor.may(Right.ANNOUNCE_DOWNTIME, one.id().value()))
                .toList();
        var chosen = mine.stream().filter(one -> one.name().equals(site)).findFirst();
        return Page.of(
                "registry/announce",
                frame.titled(frame.words().say("registry.announce")),
                "sites",
                mine,
                "site",
                site,
                "key",
                UUID.randomUUID().toString(),
                "services",
                chosen.map(one -> federation.services(one.id())).orElse(List.of()),
                "start",
                local(clock.instant().plus(Duration.ofDays(2)), frame),
                "end",
                local(clock.instant().plus(Duration.ofDays(2)).plus(Duration.ofHours(4)), frame));
    }

    @May(Right.ANNOUNCE_DOWNTIME)
    @PostMapping("/downtimes")
    ModelAndView announce(
            Actor actor,
            Frame frame,
            @RequestParam String site,
            @RequestParam(defaultValue = "") Set<Long> services,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String end,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes left) {
        var at = federation.siteNamed(site).orElseThrow(() -> Refusal.notFound("registry.unknown-site", site));
        actor.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, at.id().value());
        var zone = frame.words().zone();
        announcements.announce(
                actor,
                at,
                new Announcements.Said(
                        services.stream().filter(Objects::nonNull).collect(Collectors.toSet()),
                        Downtime.Severity.of(severity),
                        moment("start", start, zone),
                        moment("end", end, zone),
                        description),
                key.isBlank() ? "" : "form:" + key);
        return Done.at("/downtimes", left, frame.words().say("registry.announced", at.name()));
    }

    @May(Right.READ)
    @GetMapping("/downtimes/{id}")
    ModelAndView one(Frame frame, @PathVariable long id) {
        var version = announcements.version(id);
        var downtime = known(id);
        var owner = announcements.owner(downtime);
        var changeable = owner.isEmpty()
                && downtime.during().end().isAfter(clock.instant())
                && frame.may(Right.ANNOUNCE_DOWNTIME, downtime.site().value());
        var line = line(downtime);
        return Page.of(
                "registry/downtime",
                frame.titled(frame.words().say("registry.downtime-of", line.site())),
                "line",
                line,
                "owner",
                owner,
                "services",
                changeable ? federation.services(downtime.site()) : List.of(),
                "version",
                version,
                "missed",
                announcements.since(id, frame.typed("version", "")),
                "start",
                exact(downtime.during().start(), frame),
                "end",
                exact(downtime.during().end(), frame));
    }

    @May(Right.ANNOUNCE_DOWNTIME)
    @PostMapping("/downtimes/{id}")
    ModelAndView change(
            Actor actor,
            Frame frame,
            @PathVariable long id,
            @RequestParam(defaultValue = "") Set<Long> services,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String end,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String version,
            RedirectAttributes left) {
        var downtime = known(id);
        actor.mustBeAllowed(Right.ANNOUNCE_DOWNTIME, downtime.site().value());
        var zone = frame.words().zone();
        announcements.change(
                actor,
                id,
                was -> new Announcements.Said(
                        services.stream().filter(Objects::nonNull).collect(Collectors.toSet()),
                        Downtime.Severity.of(severity),
                        moment("start", start, zone),
                        moment("end", end, zone),
                        description),
                Shown.on(version));
        return Done.at("/downtimes/" + id, left, frame.words().say("registry.downtime-changed"));
    }

    @May(Right.ANNOUNCE_DOWNTIME)
    @PostMapping("/downtimes/{id}/end")
    ModelAndView end(
            Actor actor,
            Frame frame,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String version,
            RedirectAttributes left) {
        announcements.end(actor, known(id).id(), Shown.on(version));
        return Done.at("/downtimes", left, frame.words().say("registry.ended"));
    }

    private Downtime known(long id) {
        return federation.downtime(id).orElseThrow(() -> Refusal.notFound("registry.unknown-downtime", id));
    }

    private Line line(Downtime downtime) {
        return new Line(
                downtime,
                federation.site(downtime.site()).map(Site::name).orElse(""),
                downtime.services().stream()
                        .flatMap(id -> federation.service(id).stream())
                        .map(Service::name)
                        .sorted()
                        .collect(Collectors.toList()));
    }

    private static String exact(Instant moment, Frame frame) {
        return LocalDateTime.ofInstant(moment, frame.words().zone())
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .toString();
    }

    private static String local(Instant moment, Frame frame) {
        return LocalDateTime.ofInstant(moment, frame.words().zone())
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    /** A local time means the offset that holds on its own day, not today's. */
    private static Instant moment(String field, String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw Refusal.unreadable(field, "registry.no-time", text);
        }
    }
}
