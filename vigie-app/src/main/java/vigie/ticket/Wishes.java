package vigie.ticket;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.SiteId;
import vigie.time.WorkingCalendar;
import vigie.words.Refusal;

/**
 * How sites and NGIs want their tickets. What a site leaves open is as its NGI wants it; what both leave open is as
 * usual: nothing opens by itself, and the language is French.
 */
@Component
class Wishes {
    private static final int LONGEST_REASON = 1000;

    private final PolicyTable policies;
    private final Federation federation;
    private final Journal journal;

    Wishes(PolicyTable policies, Federation federation, Journal journal) {
        this.policies = policies;
        this.federation = federation;
        this.journal = journal;
    }

    /** What holds where neither NGI nor site has said anything. */
    Policy usual() {
        return policies.of("", "");
    }

    Policy of(SiteId site) {
        var ngi = federation.site(site).map(known -> known.ngi()).orElse("");
        return policies.of("site:" + site.value(), "ngi:" + ngi);
    }

    /** What an NGI or a site said itself. */
    Wish wishOf(String scope, String name) {
        return policies.wish(scope, name);
    }

    /** What sites said themselves, by the name of the site; sites that said nothing are left out. */
    List<Wish> ofSites() {
        return policies.sitesWithWishes().stream()
                .map(id -> policies.wish(
                        "site:" + id,
                        federation.site(new SiteId(id)).map(site -> site.name()).orElse("?")))
                .sorted(Comparator.comparing(Wish::name))
                .toList();
    }

    /** Says how a site wants it; null leaves it to its NGI. */
    @Transactional
    void ofSite(Actor actor, SiteId site, Wish wish, String reason) {
        actor.mustBeAllowed(Right.EDIT_REGISTRY, site.value());
        if (federation.site(site).isEmpty()) {
            throw Refusal.notFound("ticket.site-unknown", site.value());
        }
        put(actor, "site:" + site.value(), wish, reason);
    }

    /** Says how an NGI wants it; null leaves it as usual. Only who answers for more than single sites may. */
    @Transactional
    void ofNgi(Actor actor, String ngi, Wish wish, String reason) {
        actor.mustBeAllowed(Right.EDIT_REGISTRY, 0);
        if (federation.sites().stream().noneMatch(site -> site.ngi().equals(ngi))) {
            throw Refusal.notFound("ticket.ngi-unknown", ngi);
        }
        put(actor, "ngi:" + ngi, wish, reason);
    }

    private void put(Actor actor, String scope, Wish wish, String reason) {
        var language = wish.language();
        var country = wish.country();
        if (country != null && !WorkingCalendar.countries().contains(country)) {
            throw Refusal.unreadable(
                    "country", "ticket.country-unknown", country, String.join(", ", WorkingCalendar.countries()));
        }
        if (language != null && !Set.of("fr", "en").contains(language)) {
            throw Refusal.unreadable("language", "ticket.language-unknown", language);
        }
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            throw Refusal.unreadable("reason", "ticket.text-length", why.length(), LONGEST_REASON);
        }
        var before = policies.wish(scope, scope);
        policies.put(scope, wish);
        journal.write(actor, scope, "ticket.deed.policy", said(before), said(wish), why);
    }

    private static String said(Wish wish) {
        return "%s %s %s %s".formatted(wish.opensByItself(), wish.language(), wish.quality(), wish.country());
    }
}
