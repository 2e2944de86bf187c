package vigie.helpdesk;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What may be set about the helpdesk. */
@Component
class HelpdeskSettings {
    private final Connection connection;

    @SuppressWarnings("TooManyParameters")
    HelpdeskSettings(
            @Value("${vigie.helpdesk.name:helpdesk}") String name,
            @Value("${vigie.helpdesk.mode:off}") String mode,
            @Value("${vigie.helpdesk.url:}") String url,
            @Value("${vigie.helpdesk.token:}") String token,
            @Value("${vigie.helpdesk.groups:}") String groups,
            @Value("${vigie.helpdesk.test:true}") boolean test,
            @Value("${vigie.helpdesk.test-group:}") String testGroup,
            @Value("${vigie.helpdesk.site-fields:wlcg_sites,site}") String siteFields,
            @Value("${vigie.helpdesk.customer:}") String customer,
            @Value("${vigie.helpdesk.states:}") String states,
            @Value("${vigie.helpdesk.every:PT5M}") Duration every,
            @Value("${vigie.helpdesk.overlap:PT10M}") Duration overlap,
            @Value("${vigie.helpdesk.patience:PT30S}") Duration patience) {
        if (!List.of("off", "read", "both").contains(mode.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "vigie.helpdesk.mode '%s' (expected: off, read or both)".formatted(mode));
        }
        this.connection = new Connection(
                name.strip(),
                Connection.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                url.strip().replaceFirst("/+$", ""),
                token.strip(),
                list(groups),
                test,
                testGroup.strip(),
                list(siteFields),
                customer.strip(),
                states,
                every,
                overlap,
                patience,
                50);
    }

    Connection connection() {
        return connection;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
