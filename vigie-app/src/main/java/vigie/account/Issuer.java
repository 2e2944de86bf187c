package vigie.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.stereotype.Component;

/**
 * The OpenID Connect issuer through which one may sign in, where {@code vigie.oidc.issuer} names one. It is asked for
 * its addresses when the first comes, so that Vigie starts also while it is down.
 */
@Component
class Issuer implements ClientRegistrationRepository {
    /** The id of the one registration, as it stands in the addresses. */
    static final String ID = "vigie";

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);

    private final String address;
    private final String client;
    private final String secret;
    private final String name;
    private volatile @Nullable ClientRegistration registration;

    Issuer(
            @Value("${vigie.oidc.issuer:}") String address,
            @Value("${vigie.oidc.client-id:}") String client,
            @Value("${vigie.oidc.client-secret:}") String secret,
            @Value("${vigie.oidc.name:OpenID Connect}") String name) {
        if (!address.isBlank() && client.isBlank()) {
            throw new IllegalStateException(
                    "vigie.oidc.client-id is empty (expected: the id under which %s knows Vigie)".formatted(address));
        }
        this.address = address;
        this.client = client;
        this.secret = secret;
        this.name = name;
    }

    boolean isThere() {
        return !address.isBlank();
    }

    /** What the sign-in page calls it. */
    String name() {
        return name;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id) || !isThere()) {
            return null;
        }
        var known = registration;
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(address)
                    .registrationId(ID)
                    .clientId(client)
                    .clientSecret(secret)
                    .scope("openid", "profile", "email")
                    .build();
            registration = known;
        }
        return known;
    }

    /** Adds the way through the issuer to the doors of the house. */
    void opens(HttpSecurity http, IssuersPersons persons, Sessions sessions) {
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(this)
                .authorizedClientRepository(new NoTokensKept())
                .userInfoEndpoint(info -> info.oidcUserService(persons))
                .successHandler(new IssuersPersonSigned(sessions))
                .failureHandler(Issuer::refused)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(Issuer::refused);
                        return filter;
                    }
                }));
    }

    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.warn("Sign-in through the issuer refused: {}", why.getMessage());
        response.sendRedirect("/sign-in?refused");
    }
}
