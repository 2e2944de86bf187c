package vigie.account;

import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** A right password signs its owner in; whether the login or the password was wrong is not told. */
@Component
class PasswordsOpen implements AuthenticationProvider {
    private final Accounts accounts;
    private final Tries tries;

    PasswordsOpen(Accounts accounts, Tries tries) {
        this.accounts = accounts;
        this.tries = tries;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var login = asked.getName().strip().toLowerCase(Locale.ROOT);
        tries.begin(login).ifPresent(until -> {
            throw new MustWait(tries.left(until));
        });
        var actor = accounts.check(login, String.valueOf(asked.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("login or password"));
        tries.wasRight(login);
        return new Signed(actor, accounts.changes(actor.person()));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
