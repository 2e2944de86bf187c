package vigie.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Each request has an id, told to the asker and in every line of the log that it causes. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestsAreNumbered extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var id = UUID.randomUUID().toString().substring(0, 8);
        MDC.put("request", id);
        response.setHeader("X-Request-Id", id);
        try {
            rest.doFilter(request, response);
        } finally {
            MDC.remove("request");
        }
    }
}
