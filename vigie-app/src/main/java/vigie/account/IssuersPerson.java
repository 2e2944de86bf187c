package vigie.account;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import vigie.people.Actor;

/** Who came through the issuer, and whom Vigie knows them as. */
final class IssuersPerson extends DefaultOidcUser {
    private static final long serialVersionUID = 1L;
    private final transient Actor actor;

    IssuersPerson(OidcUser user, Actor actor) {
        super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }
}
