package vigie.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vigie.page.Frames;

/**
 * Whoever comes with a session or a token is looked up afresh, once for each request. Where they are kept out meanwhile,
 * or the password has been changed, the session ends here and they come as nobody.
 */
final class SessionsEnd extends OncePerRequestFilter {
    private final Sessions sessions;

    SessionsEnd(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof Signed signed) {
            var actor = sessions.actor(signed);
            if (actor.isPresent()) {
                request.setAttribute(Frames.ACTOR, actor.get());
            } else {
                SecurityContextHolder.clearContext();
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            }
        }
        rest.doFilter(request, response);
    }
}
