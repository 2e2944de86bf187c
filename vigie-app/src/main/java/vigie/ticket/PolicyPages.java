package vigie.ticket;

import java.util.Arrays;
import java.util.List;
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

/** How NGIs and sites want their tickets: whether one that is due opens by itself, and in which language. */
@Controller
class PolicyPages {
    private final Wishes wishes;
    private final Federation federation;

    PolicyPages(Wishes wishes, Federation federation) {
        this.wishes = wishes;
        this.federation = federation;
    }

    @May(Right.READ)
    @GetMapping("/tickets/policies")
    ModelAndView list(Frame frame, Actor actor) {
        var editable = federation.sites().stream()
                .filter(site -> actor.may(Right.EDIT_REGISTRY, site.id().value()))
                .toList();
        var ngis = actor.may(Right.EDIT_REGISTRY, 0) ? ngis() : List.<String>of();
        return Page.of(
                "ticket/policies",
                frame.titled(frame.words().say("ticket.policies")),
                "usual",
                wishes.usual(),
                "ngis",
                ngis().stream().map(ngi -> wishes.wishOf("ngi:" + ngi, ngi)).toList(),
                "sites",
                wishes.ofSites(),
                "editableNgis",
                ngis,
                "editableSites",
                editable);
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/tickets/policies")
    ModelAndView change(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @RequestParam String scope,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String quality,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String reason) {
        var opensByItself = opens.isEmpty() ? null : Boolean.valueOf(opens.equals("yes"));
        var wish = new Wish(
                scope,
                opensByItself,
                language.isEmpty() ? null : language,
                quality.isEmpty() ? null : quality(quality),
                country.isEmpty() ? null : country);
        if (scope.startsWith("ngi:")) {
            wishes.ofNgi(actor, scope.substring("ngi:".length()), wish, reason);
        } else if (scope.matches("site:\\d{1,15}")) {
            var site = new SiteId(Long.parseLong(scope.substring("site:".length())));
            wishes.ofSite(actor, site, wish, reason);
        } else {
            throw Refusal.unreadable("scope", "ticket.scope-unknown", scope);
        }
        return Done.at("/tickets/policies", left, frame.words().say("ticket.done.policy"));
    }

    private static Quality quality(String name) {
        return Arrays.stream(Quality.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable("quality", "ticket.quality-unknown", name));
    }

    private List<String> ngis() {
        return federation.sites().stream()
                .map(Site::ngi)
                .filter(ngi -> !ngi.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
