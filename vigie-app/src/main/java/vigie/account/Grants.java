package vigie.account;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vigie.people.Grant;
import vigie.people.Places;
import vigie.people.Role;
import vigie.words.Refusal;
import vigie.words.Words;

/** Roles as a form says them and as a page shows them: with the names of sites instead of their numbers. */
@Component
class Grants {
    private final ObjectProvider<Places> places;

    Grants(ObjectProvider<Places> places) {
        this.places = places;
    }

    /** Reads a role from a form; an unknown role, site or combination is refused at its field. */
    Grant read(String role, String site, String vo) {
        var grant = new Grant(role(role), site(site.strip()), vo.strip());
        GrantRule.check(grant);
        return grant;
    }

    Role role(String name) {
        for (var role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        throw Refusal.unreadable("role", "account.grant.unknown-role", name, List.of(Role.values()));
    }

    private long site(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        var known = places.getIfAvailable();
        return (known == null ? java.util.Optional.<Long>empty() : known.site(name))
                .orElseThrow(() -> Refusal.unreadable("site", "account.grant.unknown-site", name));
    }

    /** The site's name; empty for everywhere. */
    String siteOf(Grant grant) {
        var known = places.getIfAvailable();
        return grant.site() == 0 ? "" : known == null ? Long.toString(grant.site()) : known.nameOf(grant.site());
    }

    String say(Grant grant, Words words) {
        var site = siteOf(grant);
        return words.word("people.role", grant.role())
                + (site.isEmpty() ? "" : " · " + site)
                + (grant.vo().isEmpty() ? "" : " · VO " + grant.vo());
    }

    /** As the journal writes it, in no language. */
    String write(Grant grant) {
        var site = siteOf(grant);
        return grant.role()
                + (site.isEmpty() ? "" : " · " + site)
                + (grant.vo().isEmpty() ? "" : " · VO " + grant.vo());
    }

    List<Grant> inOrder(Set<Grant> grants) {
        return grants.stream()
                .sorted(Comparator.comparing(Grant::role)
                        .thenComparing(this::siteOf)
                        .thenComparing(Grant::vo))
                .toList();
    }

    String sayAll(Set<Grant> grants, Words words) {
        return inOrder(grants).stream().map(grant -> say(grant, words)).collect(Collectors.joining(", "));
    }
}
