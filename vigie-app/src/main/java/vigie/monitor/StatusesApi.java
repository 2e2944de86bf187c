package vigie.monitor;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.ServiceId;
import vigie.status.Status;
import vigie.words.Refusal;

/** What is believed now, for machines. */
@RestController
@RequestMapping("/api/v1/statuses")
class StatusesApi {
    private static final int MOST = 1000;

    private final Board board;
    private final Places places;
    private final Federation federation;

    StatusesApi(Board board, Places places, Federation federation) {
        this.board = board;
        this.places = places;
        this.federation = federation;
    }

    /**
     * One metric of a service.
     *
     * @param status what is believed
     * @param seen what the newest result said; where it differs it is not believed yet
     * @param since since when it is believed
     * @param missing when it becomes MISSING unless another result comes
     * @param flapping whether it swings to and fro
     * @param change how much of the last 21 results was change, in percent
     */
    record Item(
            int id,
            String site,
            long service,
            String hostname,
            String type,
            String metric,
            String vo,
            Status status,
            Status seen,
            int attempt,
            Instant since,
            Instant checked,
            Instant missing,
            boolean flapping,
            int change,
            String summary) {}

    /** A page of them; {@code next} is what {@code after} must be for the next page, and null on the last. */
    record Items(List<Item> items, @Nullable Integer next) {}

    /** Those of a site, of a service, of a status, or all; in a fixed order. */
    @GetMapping
    @May(Right.READ)
    Items statuses(
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable Long service,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.unreadable("limit", "monitor.limit", limit, MOST);
        }
        var directory = places.now();
        var found = asked(site, service).stream()
                .flatMap(Collection::stream)
                .filter(held -> held.id > after)
                .filter(held -> status == null || held.now().state().hard() == status)
                .filter(held -> directory.of(held.key.service()) != null)
                .sorted(Comparator.comparingInt(held -> held.id))
                .limit(limit + 1L)
                .toList();
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Items(
                shown.stream().map(held -> item(held, directory)).toList(),
                found.size() > limit ? shown.getLast().id : null);
    }

    private Collection<List<Held>> asked(@Nullable String site, @Nullable Long service) {
        if (service != null) {
            return List.of(board.of(new ServiceId(service)));
        }
        if (site != null) {
            var known = federation.siteNamed(site).orElseThrow(() -> Refusal.notFound("monitor.no-site", site));
            return federation.services(known.id()).stream()
                    .map(one -> board.of(one.id()))
                    .toList();
        }
        return board.everything();
    }

    private static Item item(Held held, Places.Directory directory) {
        Service service = java.util.Objects.requireNonNull(directory.of(held.key.service()));
        var now = held.now();
        return new Item(
                held.id,
                service.siteName(),
                service.id().value(),
                service.host(),
                service.type(),
                held.key.metric(),
                held.key.vo(),
                now.state().hard(),
                now.state().soft(),
                now.state().attempt(),
                now.state().since(),
                now.state().lastSeen(),
                now.stale(),
                now.flapping().isOn(),
                (int) Math.round(now.flapping().share()),
                now.summary());
    }
}
