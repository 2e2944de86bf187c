package vigie.check;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.status.Status;

/**
 * {@code ldap HOST PORT [base=o=grid] [filter=(objectClass=*)]}: the directory holds at least one entry at or below the
 * base that the filter finds.
 */
@Component
class LdapProbe implements Probe {
    @Override
    public String name() {
        return "ldap";
    }

    @Override
    public Outcome run(List<String> words, Duration patience) {
        var arguments = new Arguments(words, 2, "base", "filter");
        var host = arguments.at(0);
        var port = arguments.port(1);
        var base = arguments.named("base", "o=grid");
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) patience.toMillis());
        options.setResponseTimeoutMillis(patience.toMillis());
        var watch = new Stopwatch();
        try (var connection = new LDAPConnection(options, host, port)) {
            var request = new SearchRequest(
                    base, SearchScope.SUB, arguments.named("filter", "(objectClass=*)"), SearchRequest.NO_ATTRIBUTES);
            request.setSizeLimit(1);
            request.setTimeLimitSeconds((int) patience.toSeconds());
            return answered(found(connection, request), host, base, watch);
        } catch (LDAPException refused) {
            return Outcome.of(Status.CRITICAL, "%s port %d: %s".formatted(host, port, Stopwatch.said(refused)), "");
        }
    }

    private static int found(LDAPConnection connection, SearchRequest request) throws LDAPException {
        try {
            return connection.search(request).getEntryCount();
        } catch (com.unboundid.ldap.sdk.LDAPSearchException more) {
            // One entry was asked for, so that there are more is no fault.
            if (more.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return more.getEntryCount();
            }
            throw more;
        }
    }

    private static Outcome answered(int entries, String host, String base, Stopwatch watch) {
        return entries > 0
                ? Outcome.of(
                        Status.OK, "%s answers below %s after %s".formatted(host, base, watch.said()), watch.data())
                : Outcome.of(Status.CRITICAL, "%s holds nothing below %s".formatted(host, base), watch.data());
    }
}
