package vigie.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** Which checks raise problems at which site, and the sites that nobody watches. */
@Controller
class WatchPages {
    private static final String PATH = "/problems/watch";

    private final Watches watches;
    private final Federation federation;

    WatchPages(Watches watches, Federation federation) {
        this.watches = watches;
        this.federation = federation;
    }

    @May(Right.READ)
    @GetMapping(PATH)
    ModelAndView all(Frame frame, Actor actor) {
        var sites = federation.sites().stream()
                .filter(site -> actor.may(Right.EDIT_REGISTRY, site.id().value()))
                .toList();
        var ngis = actor.may(Right.EDIT_REGISTRY, 0)
                ? sites.stream()
                        .map(Site::ngi)
                        .filter(ngi -> !ngi.isEmpty())
                        .distinct()
                        .sorted()
                        .toList()
                : java.util.List.<String>of();
        return Page.of(
                "problem/watch",
                frame.titled(frame.words().say("problem.watch")),
                "coverage",
                watches.coverage(),
                "ngis",
                ngis,
                "sites",
                sites);
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping(PATH)
    ModelAndView change(
            Frame frame,
            Actor actor,
            @RequestParam String scope,
            @RequestParam(defaultValue = "") String watch,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes left) {
        var wanted = watch(watch);
        if (scope.startsWith("ngi:")) {
            watches.ofNgi(actor, scope.substring("ngi:".length()), wanted, reason);
        } else if (scope.matches("site:\\d{1,15}")) {
            watches.ofSite(actor, new SiteId(Long.parseLong(scope.substring("site:".length()))), wanted, reason);
        } else {
            throw Refusal.unreadable("scope", "problem.watch.no-ngi", scope);
        }
        return Done.at(PATH, left, frame.words().say("problem.deed.watch"));
    }

    private static @Nullable Watch watch(String name) {
        return name.isEmpty()
                ? null
                : Arrays.stream(Watch.values())
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Refusal.unreadable(
                                "watch", "problem.watch.unknown", name, Arrays.toString(Watch.values())));
    }
}
