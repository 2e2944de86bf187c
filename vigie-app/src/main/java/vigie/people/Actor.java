package vigie.people;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.words.Refusal;

/**
 * Who does something, and what they may do: a person signed in, a token's bearer, or the house itself.
 *
 * @param person the person's number; 0 for the house itself
 * @param login the name by which they sign in
 * @param name the name by which others know them
 * @param grants the roles they hold
 * @param limit the rights to which a token is bound; null where nothing is bound
 */
public record Actor(
        long person,
        String login,
        String name,
        Set<Grant> grants,
        @Nullable Set<Right> limit) {
    /** The house acting by its own rules, such as a clock that has run out. */
    public static final Actor HOUSE =
            new Actor(0, "vigie", "Vigie", Set.of(Grant.everywhere(Role.ADMINISTRATOR)), null);

    /** Whether they may do it somewhere at least. */
    public boolean may(Right right) {
        return (limit == null || limit.contains(right))
                && grants.stream().anyMatch(grant -> right.isHeldBy(grant.role()));
    }

    /** Whether they may do it to this site. */
    public boolean may(Right right, long site) {
        return (limit == null || limit.contains(right))
                && grants.stream()
                        .anyMatch(grant -> right.isHeldBy(grant.role()) && (grant.site() == 0 || grant.site() == site));
    }

    /** Refuses who may not do it to this site. */
    public void mustBeAllowed(Right right, long site) {
        if (!may(right, site)) {
            throw Refusal.notAllowed("people.not-allowed", login, right);
        }
    }

    /** Refuses who may not do it anywhere. */
    public void mustBeAllowed(Right right) {
        if (!may(right)) {
            throw Refusal.notAllowed("people.not-allowed", login, right);
        }
    }

    /** The sites over which they hold a role; empty where they hold none over a single site. */
    public Set<Long> sites() {
        return grants.stream().map(Grant::site).filter(site -> site != 0).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether they hold the role, anywhere. */
    public boolean is(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }
}
