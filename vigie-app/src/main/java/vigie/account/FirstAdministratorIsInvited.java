package vigie.account;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints the link of the first administrator on the console, at each start while there is no account. */
@Component
@ConditionalOnProperty(name = "vigie.first-administrator", havingValue = "link", matchIfMissing = true)
class FirstAdministratorIsInvited {
    private final FirstAdministrator first;
    private final Accounts accounts;
    private final Environment environment;

    FirstAdministratorIsInvited(FirstAdministrator first, Accounts accounts, Environment environment) {
        this.first = first;
        this.accounts = accounts;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void invite() {
        if (accounts.areEmpty()) {
            System.out.println(
                    "Nobody has an account yet. This link opens the first, an administrator's; it works once," + " for "
                            + FirstAdministrator.LIFE.toHours() + " hours:");
            System.out.println("WELCOME " + house() + first.path());
            System.out.flush();
        }
    }

    private String house() {
        var said = environment.getProperty("vigie.url", "");
        if (!said.isBlank()) {
            return said.endsWith("/") ? said.substring(0, said.length() - 1) : said;
        }
        var scheme = environment.getProperty(Tls.CERTIFICATE, "").isBlank() ? "http" : "https";
        return scheme + "://localhost:" + environment.getProperty("local.server.port", "8080");
    }
}
