package vigie.account;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import vigie.people.Actor;

/** Who has signed in, or whose token came with the request. */
final class Signed extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private static final int BY_TOKEN = -1;
    private final long person;
    private final String login;
    private final int changes;
    private final transient Actor actor;

    /** A token's bearer. */
    Signed(Actor actor) {
        this(actor, BY_TOKEN);
    }

    /** One with a session, which ends when the password has been changed more often than now. */
    Signed(Actor actor, int changes) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.changes = changes;
        this.person = actor.person();
        this.login = actor.login();
        this.actor = actor;
        setAuthenticated(true);
    }

    long person() {
        return person;
    }

    boolean isByToken() {
        return changes == BY_TOKEN;
    }

    int changes() {
        return changes;
    }

    /** As they were when they came; a token's bearer is bound by it. */
    Actor actor() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return login;
    }
}
