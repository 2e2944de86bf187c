package vigie.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets in at all. What one may do inside is said by {@code @May} at each route and asked again at each action; see
 * {@link EveryRouteAsks}.
 */
@Configuration
class Doors {
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private static final RequestMatcher BEARS_TOKEN = request -> {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(TokensOpen.SCHEME);
    };

    private static final LoginUrlAuthenticationEntryPoint SIGN_IN = new LoginUrlAuthenticationEntryPoint("/sign-in");

    private static final SimpleUrlAuthenticationFailureHandler AGAIN =
            new SimpleUrlAuthenticationFailureHandler("/sign-in?again");

    private static final String UNKNOWN = """
            {"type":"/problems/account-unknown","status":401,"title":"Unauthorized",\
            "detail":"This address answers only to a session or to the header 'Authorization: Bearer <token>' \
            with a token that is known and has not ended."}
            """;

    private static final String NO_TOKEN = """
            {"type":"/problems/account-no-token","status":403,"title":"Forbidden",\
            "detail":"A change through a session needs the header 'X-CSRF-TOKEN' of its page; \
            a programme sends 'Authorization: Bearer <token>' instead."}
            """;

    /** No text may hold the character that no text of the database can. */
    @Bean
    HttpFirewall textsWithoutNul() {
        var wall = new StrictHttpFirewall();
        wall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        wall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
        return wall;
    }

    @Bean
    SecurityFilterChain doorChain(
            HttpSecurity http, Tokens tokens, Issuer issuer, IssuersPersons persons, Sessions sessions) {
        http.authorizeHttpRequests(doors -> doors.requestMatchers(
                                "/sign-in",
                                "/sign-in/wait",
                                "/sign-in/stale",
                                "/welcome/**",
                                "/language",
                                "/theme",
                                "/style/**",
                                "/script/**",
                                "/webjars/**",
                                "/favicon.svg",
                                "/duty/*/calendar.ics",
                                "/error",
                                "/actuator/health",
                                "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new TokensOpen(tokens), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionsEnd(sessions), AnonymousAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .failureHandler(Doors::notSignedIn)
                        .defaultSuccessUrl("/"))
                .logout(leave -> leave.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left"))
                .csrf(forged -> forged.ignoringRequestMatchers(BEARS_TOKEN))
                .exceptionHandling(
                        no -> no.authenticationEntryPoint(Doors::askWhoItIs).accessDeniedHandler(Doors::formIsStale))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        if (issuer.isThere()) {
            issuer.opens(http, persons, sessions);
        }
        return http.build();
    }

    /** After too many wrong passwords one is told how long to wait; otherwise one may try again. */
    private static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof MustWait wait) {
            request.setAttribute(MustWait.LEFT, wait.left());
            request.getRequestDispatcher("/sign-in/wait").forward(request, response);
        } else {
            AGAIN.onAuthenticationFailure(request, response, why);
        }
    }

    /** A person is led to the sign-in page; a machine is told what was expected. */
    private static void askWhoItIs(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (!isForMachines(request)) {
            SIGN_IN.commence(request, response, why);
            return;
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(UNKNOWN);
    }

    /** The only refusal of the chain itself: a form without the token of its page, which a session took with it. */
    private static void formIsStale(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (!isForMachines(request)) {
            request.getRequestDispatcher("/sign-in/stale").forward(request, response);
            return;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(NO_TOKEN);
    }

    private static boolean isForMachines(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/v3/")
                || path.startsWith("/actuator/")
                || path.equals("/metrics");
    }
}
