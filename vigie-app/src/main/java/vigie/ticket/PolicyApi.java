package vigie.ticket;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.SiteId;

/** How sites and NGIs want their tickets, for machines. */
@RestController
@RequestMapping("/api/v1/ticket-policies")
class PolicyApi {
    private final Wishes wishes;

    PolicyApi(Wishes wishes) {
        this.wishes = wishes;
    }

    /** What is wanted; what is left out is left to the NGI, or as usual. */
    record Wanted(
            @Nullable Boolean opensByItself,
            @Nullable String language,
            @Nullable Quality quality,
            @Nullable String country,
            @Nullable String reason) {
        Wish wish() {
            return new Wish("", opensByItself, language, quality, country);
        }
    }

    /** What holds for a site, by its own wish or its NGI's. */
    @May(Right.READ)
    @GetMapping("/sites/{id}")
    Policy of(@PathVariable long id) {
        return wishes.of(new SiteId(id));
    }

    /** Says how a site wants it. */
    @May(Right.EDIT_REGISTRY)
    @PutMapping("/sites/{id}")
    Policy ofSite(Actor actor, @PathVariable long id, @RequestBody Wanted wanted) {
        wishes.ofSite(actor, new SiteId(id), wanted.wish(), why(wanted));
        return of(id);
    }

    /** Says how an NGI wants it. */
    @May(Right.EDIT_REGISTRY)
    @PutMapping("/ngis/{ngi}")
    Wanted ofNgi(Actor actor, @PathVariable String ngi, @RequestBody Wanted wanted) {
        wishes.ofNgi(actor, ngi, wanted.wish(), why(wanted));
        return wanted;
    }

    private static String why(Wanted wanted) {
        return wanted.reason() == null ? "" : wanted.reason();
    }
}
