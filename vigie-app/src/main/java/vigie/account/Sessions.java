package vigie.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import vigie.people.Actor;
import vigie.people.People;

/**
 * Sessions end with the password they began under: each remembers how often it had been changed. The one who changes
 * their own stays signed in, in a session of a new id.
 */
@Component
class Sessions {
    private final HttpSessionSecurityContextRepository kept = new HttpSessionSecurityContextRepository();
    private final Accounts accounts;
    private final People people;

    Sessions(Accounts accounts, People people) {
        this.people = people;
        this.accounts = accounts;
    }

    Signed begun(Actor actor) {
        return new Signed(actor, accounts.changes(actor.person()));
    }

    /** Who they are now; empty where their session has ended. A token's bearer was looked up a moment ago. */
    Optional<Actor> actor(Signed signed) {
        if (signed.isByToken()) {
            return Optional.of(signed.actor());
        }
        return accounts.changes(signed.person()) == signed.changes() ? people.actor(signed.person()) : Optional.empty();
    }

    void beginAnew(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        keep(begun(actor), request, response);
    }

    void keep(Signed signed, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signed);
        SecurityContextHolder.setContext(context);
        kept.saveContext(context, request, response);
    }
}
