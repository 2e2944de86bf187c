package vigie.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A request that bears a token comes as the token's owner; one that bears a wrong token comes as nobody. */
final class TokensOpen extends OncePerRequestFilter {
    static final String SCHEME = "Bearer ";
    private final Tokens tokens;

    TokensOpen(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(SCHEME)) {
            var context = SecurityContextHolder.createEmptyContext();
            tokens.bearer(header.substring(SCHEME.length()).strip())
                    .ifPresent(actor -> context.setAuthentication(new Signed(actor)));
            SecurityContextHolder.setContext(context);
        }
        rest.doFilter(request, response);
    }
}
