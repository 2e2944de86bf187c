package vigie;

import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An OpenID Connect issuer beside the house: one for the whole run. */
public final class IssuerOfTests implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String NAME = "federation";
    private static final MockOAuth2Server SERVER = started();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "vigie.oidc.issuer=" + SERVER.issuerUrl(NAME),
                        "vigie.oidc.client-id=vigie-of-tests",
                        "vigie.oidc.client-secret=a secret of the tests",
                        "vigie.oidc.name=Federation",
                        "vigie.oidc.new-persons-read=true")
                .applyTo(context);
    }

    /** Says who comes next through the issuer. */
    public static void nextComes(String subject, Map<String, Object> claims) {
        SERVER.enqueueCallback(
                new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of("vigie-of-tests"), claims, 300));
    }

    private static MockOAuth2Server started() {
        var server = new MockOAuth2Server();
        server.start();
        return server;
    }
}
