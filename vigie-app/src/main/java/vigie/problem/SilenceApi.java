package vigie.problem;

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
import vigie.registry.ServiceId;
import vigie.registry.Site;
import vigie.words.Refusal;

/** The silences, for machines. */
@RestController
@RequestMapping("/api/v1/silences")
class SilenceApi {
    private final Silences silences;
    private final Federation federation;

    SilenceApi(Silences silences, Federation federation) {
        this.silences = silences;
        this.federation = federation;
    }

    /** A silence as it is promised to others; service 0 and an empty metric stand for all. */
    record Told(
            long id,
            String site,
            long service,
            String metric,
            Instant begins,
            Instant ends,
            String who,
            String reason) {}

    /** A silence as it is wished: of a site, or of one service of it, or of one check. */
    record Wished(
            @Nullable String site,
            @Nullable Long service,
            @Nullable String metric,
            @Nullable Instant until,
            @Nullable String reason) {}

    /** Those that run now, the first to end first. */
    @May(Right.READ)
    @GetMapping
    List<Told> running() {
        return silences.running().stream().map(this::told).toList();
    }

    /** Begins one; it ends within thirty days. */
    @May(Right.HANDLE_PROBLEMS)
    @PostMapping
    Told begin(Actor actor, @RequestBody Wished wished) {
        var name = said(wished.site());
        var site = federation
                .siteNamed(name)
                .orElseThrow(() -> Refusal.unreadable("site", "problem.silence.no-site", name));
        if (wished.until() == null) {
            throw Refusal.unreadable("until", "problem.until", "", 30);
        }
        var service = new ServiceId(wished.service() == null ? 0 : wished.service());
        var id =
                silences.begin(actor, site.id(), service, said(wished.metric()), wished.until(), said(wished.reason()));
        return silences.running().stream()
                .filter(silence -> silence.id() == id)
                .findFirst()
                .map(this::told)
                .orElseThrow();
    }

    /** Ends one before its time; one that has ended stays ended. */
    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/{id}/end")
    List<Told> end(Actor actor, @PathVariable long id) {
        silences.end(actor, id);
        return running();
    }

    private Told told(Silence silence) {
        return new Told(
                silence.id(),
                federation.site(silence.site()).map(Site::name).orElse("?"),
                silence.service().value(),
                silence.metric(),
                silence.begins(),
                silence.ends(),
                silence.who(),
                silence.reason());
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
