package vigie.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** From here on who came through the issuer is signed in as anyone else; the issuer's own words are not kept. */
final class IssuersPersonSigned extends SavedRequestAwareAuthenticationSuccessHandler {
    private final Sessions sessions;

    IssuersPersonSigned(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication through)
            throws IOException, ServletException {
        if (!(through.getPrincipal() instanceof IssuersPerson person)) {
            throw new IllegalStateException("someone signed in whom nobody looked up: " + through.getName());
        }
        var signed = sessions.begun(person.actor());
        sessions.keep(signed, request, response);
        super.onAuthenticationSuccess(request, response, signed);
    }
}
