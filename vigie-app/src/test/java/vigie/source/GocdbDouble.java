package vigie.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * A local server that answers as GOCDB does: the same elements in the same order, one on each line; pages by cursor,
 * with a next page announced even on the last; always HTTP 200, also for errors, which are plain text or
 * {@code <error>}. What it knows is put in by the test, and each answer may be spoilt.
 */
public final class GocdbDouble implements AutoCloseable {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private final HttpServer server;
    private final Map<String, TreeMap<Long, String>> entries = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<byte[]>> spoilt = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
    private volatile int pageSize = 100;
    private volatile boolean wantsCredential;

    public GocdbDouble() {
        this(null);
    }

    /** One that speaks TLS and lets nobody in who shows no certificate that it trusts. */
    public GocdbDouble(SSLContext demanding) {
        var where = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            server = demanding == null ? HttpServer.create(where, 50) : tls(HttpsServer.create(where, 50), demanding);
        } catch (IOException taken) {
            throw new AssertionError(taken);
        }
        server.createContext("/gocdbpi/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static HttpsServer tls(HttpsServer server, SSLContext demanding) {
        server.setHttpsConfigurator(new HttpsConfigurator(demanding) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        return server;
    }

    /** Where it answers, as one gives it to Vigie. */
    public String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort() + "/gocdbpi";
    }

    /** The queries it was asked, oldest first. */
    public List<String> asked() {
        return asked;
    }

    /** The Authorization headers it was shown. */
    public List<String> shown() {
        return shown;
    }

    public GocdbDouble pages(int size) {
        pageSize = size;
        return this;
    }

    /** From now on it answers protected methods only to who shows a token. */
    public GocdbDouble wantsCredential() {
        wantsCredential = true;
        return this;
    }

    /** Spoils the answers of a method; null as answer hangs up in the middle. */
    public GocdbDouble spoil(String method, UnaryOperator<byte[]> how) {
        spoilt.put(method, how);
        return this;
    }

    /** From now on a method is answered with this status, as often as said. */
    public GocdbDouble status(String method, int status, int times) {
        statuses.put(method, status);
        left.put(method, new AtomicInteger(times));
        return this;
    }

    public GocdbDouble mend() {
        spoilt.clear();
        statuses.clear();
        return this;
    }

    public GocdbDouble ngi(long id, String name) {
        return put("get_ngi", id, """
                  <NGI ID="%1$d" NAME="%2$s">
                    <PRIMARY_KEY>%1$d</PRIMARY_KEY>
                    <NAME>%2$s</NAME>
                    <OBJECT_ID>%1$d</OBJECT_ID>
                    <DESCRIPTION>Made up</DESCRIPTION>
                    <EMAIL>ngi@example.org</EMAIL>
                    <GGUS_SU>%2$s</GGUS_SU>
                    <ROD_EMAIL>rod@example.org</ROD_EMAIL>
                    <HELPDESK_EMAIL/>
                    <SECURITY_EMAIL/>
                    <SITE_COUNT>1</SITE_COUNT>
                    <SCOPES>
                      <SCOPE>EGI</SCOPE>
                    </SCOPES>
                  </NGI>
                """.formatted(id, name));
    }

    public GocdbDouble site(long id, String name, String status) {
        return put("get_site", id, """
                  <SITE ID="%1$d" PRIMARY_KEY="%1$dG0" NAME="%2$s">
                    <PRIMARY_KEY>%1$dG0</PRIMARY_KEY>
                    <SHORT_NAME>%2$s</SHORT_NAME>
                    <OFFICIAL_NAME>Centre &amp; calcul</OFFICIAL_NAME>
                    <SITE_DESCRIPTION>Made up</SITE_DESCRIPTION>
                    <GOCDB_PORTAL_URL>https://goc.example/portal/index.php?Page_Type=Site&amp;id=%1$d</GOCDB_PORTAL_URL>
                    <HOME_URL>https://site.example.org</HOME_URL>
                    <CONTACT_EMAIL>ops@site.example.org</CONTACT_EMAIL>
                    <CONTACT_TEL>+33 1 23 45</CONTACT_TEL>
                    <COUNTRY_CODE>FR</COUNTRY_CODE>
                    <COUNTRY>France</COUNTRY>
                    <ROC>NGI_FRANCE</ROC>
                    <PRODUCTION_INFRASTRUCTURE>Production</PRODUCTION_INFRASTRUCTURE>
                    <CERTIFICATION_STATUS>%3$s</CERTIFICATION_STATUS>
                    <TIMEZONE>Europe/Paris</TIMEZONE>
                    <CSIRT_EMAIL>csirt@site.example.org</CSIRT_EMAIL>
                    <NOTIFICATIONS>TRUE</NOTIFICATIONS>
                    <DOMAIN>
                      <DOMAIN_NAME>site.example.org</DOMAIN_NAME>
                    </DOMAIN>
                    <SCOPES>
                      <SCOPE>EGI</SCOPE>
                    </SCOPES>
                    <EXTENSIONS/>
                  </SITE>
                """.formatted(id, name, status));
    }

    public GocdbDouble service(long id, String site, String host, String type, String url) {
        return put("get_service", id, """
                  <SERVICE_ENDPOINT PRIMARY_KEY="%1$dG0">
                    <PRIMARY_KEY>%1$dG0</PRIMARY_KEY>
                    <HOSTNAME>%3$s</HOSTNAME>
                    <GOCDB_PORTAL_URL>https://goc.example/portal/index.php?Page_Type=Service&amp;id=%1$d</GOCDB_PORTAL_URL>
                    <BETA>N</BETA>
                    <SERVICE_TYPE>%4$s</SERVICE_TYPE>
                    <CORE/>
                    <IN_PRODUCTION>Y</IN_PRODUCTION>
                    <NODE_MONITORED>Y</NODE_MONITORED>
                    <NOTIFICATIONS>Y</NOTIFICATIONS>
                    <SITENAME>%2$s</SITENAME>
                    <COUNTRY_NAME>France</COUNTRY_NAME>
                    <COUNTRY_CODE>FR</COUNTRY_CODE>
                    <ROC_NAME>NGI_FRANCE</ROC_NAME>
                    <URL>%5$s</URL>
                    <ENDPOINTS>
                      <ENDPOINT>
                        <ID>31</ID>
                        <NAME>main</NAME>
                        <EXTENSIONS/>
                        <URL>%5$s</URL>
                        <INTERFACENAME>%4$s</INTERFACENAME>
                        <ENDPOINT_MONITORED>Y</ENDPOINT_MONITORED>
                      </ENDPOINT>
                    </ENDPOINTS>
                    <SCOPES>
                      <SCOPE>EGI</SCOPE>
                    </SCOPES>
                    <EXTENSIONS/>
                  </SERVICE_ENDPOINT>
                """.formatted(id, site, host, type, url));
    }

    /** The contacts of a site, each as {@code role:forename:surname}. */
    public GocdbDouble contacts(long id, String site, String... contacts) {
        return put("get_site_contacts", id, """
                  <SITE ID="%1$dG0" PRIMARY_KEY="%1$dG0" NAME="%2$s">
                    <PRIMARY_KEY>%1$dG0</PRIMARY_KEY>
                    <SHORT_NAME>%2$s</SHORT_NAME>
                %3$s  </SITE>
                """.formatted(
                id, site, Arrays.stream(contacts).map(GocdbDouble::contact).collect(Collectors.joining())));
    }

    private static String contact(String text) {
        var part = text.split(":", -1);
        return """
                    <CONTACT USER_ID="8G0" PRIMARY_KEY="8G0">
                      <FORENAME>%2$s</FORENAME>
                      <SURNAME>%3$s</SURNAME>
                      <TITLE/>
                      <EMAIL>%4$s@site.example.org</EMAIL>
                      <TEL/>
                      <CERTDN>/O=GRID-FR/CN=%2$s %3$s</CERTDN>
                      <ROLE_NAME>%1$s</ROLE_NAME>
                    </CONTACT>
                """.formatted(part[0], part[1], part[2], part[1].toLowerCase(java.util.Locale.ROOT));
    }

    /** A downtime; GOCDB writes one element for each service, here {@code host type}. */
    public GocdbDouble downtime(long id, String site, String severity, Instant start, Instant end, String... services) {
        var text = new StringBuilder();
        for (var service : services) {
            var part = service.split(" ", -1);
            text.append("""
                      <DOWNTIME ID="%1$d" PRIMARY_KEY="%1$dG0" CLASSIFICATION="SCHEDULED">
                        <PRIMARY_KEY>%1$dG0</PRIMARY_KEY>
                        <HOSTNAME>%2$s</HOSTNAME>
                        <SERVICE_TYPE>%3$s</SERVICE_TYPE>
                        <ENDPOINT>%2$s%3$s</ENDPOINT>
                        <HOSTED_BY>%4$s</HOSTED_BY>
                        <GOCDB_PORTAL_URL>https://goc.example/portal/index.php?Page_Type=Downtime&amp;id=%1$d</GOCDB_PORTAL_URL>
                        <AFFECTED_ENDPOINTS/>
                        <SEVERITY>%5$s</SEVERITY>
                        <DESCRIPTION>Kernel update</DESCRIPTION>
                        <INSERT_DATE>%6$d</INSERT_DATE>
                        <START_DATE>%7$d</START_DATE>
                        <END_DATE>%8$d</END_DATE>
                        <FORMATED_START_DATE>2026-01-05 00:00</FORMATED_START_DATE>
                        <FORMATED_END_DATE>2026-01-06 00:00</FORMATED_END_DATE>
                      </DOWNTIME>
                    """.formatted(
                            id,
                            part[0],
                            part[1],
                            site,
                            severity,
                            start.getEpochSecond() - 200_000,
                            start.getEpochSecond(),
                            end.getEpochSecond()));
        }
        return put("get_downtime", id, text.toString());
    }

    /** Puts the XML of an entry under the number by which it is paged. */
    public GocdbDouble put(String method, long id, String xml) {
        entries.computeIfAbsent(method, name -> new TreeMap<>()).put(id, xml);
        return this;
    }

    public GocdbDouble forget(String method, long id) {
        entries.getOrDefault(method, new TreeMap<>()).remove(id);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = exchange.getRequestURI().getRawQuery();
            asked.add(query);
            var token = exchange.getRequestHeaders().getFirst("Authorization");
            if (exchange instanceof HttpsExchange secure) {
                shown.add(secure.getSSLSession().getPeerPrincipal().getName());
            }
            if (token != null) {
                shown.add(token);
            }
            var parameters = parameters(query);
            var method = parameters.getOrDefault("method", "");
            if (statuses.containsKey(method) && left.get(method).getAndDecrement() > 0) {
                exchange.getResponseHeaders().set("Retry-After", "30");
                exchange.sendResponseHeaders(statuses.get(method), -1);
                return;
            }
            var text = text(method, parameters, exchange.getRequestURI().getPath(), token);
            var bytes = spoilt.getOrDefault(method, whole -> whole).apply(text.getBytes(StandardCharsets.UTF_8));
            if (bytes == null) {
                exchange.sendResponseHeaders(200, 100_000);
                exchange.getResponseBody().write(HEAD.getBytes(StandardCharsets.UTF_8));
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String text(String method, Map<String, String> parameters, String path, String token) {
        if (!List.of("get_ngi", "get_site", "get_service_types", "get_service", "get_site_contacts", "get_downtime")
                .contains(method)) {
            return "Unable to find method: " + method;
        }
        var isOpen = method.equals("get_service") || method.equals("get_downtime");
        if (wantsCredential
                && !isOpen
                && !method.equals("get_service_types")
                && (token == null || !path.contains("/private/"))) {
            return "No valid identifier found. Try accessing the resource through the private interface.";
        }
        var known = entries.getOrDefault(method, new TreeMap<>());
        if (!parameters.containsKey("next_cursor")) {
            return HEAD
                    + (known.isEmpty()
                            ? "<results/>\n"
                            : "<results>\n" + String.join("", known.values()) + "</results>\n");
        }
        var cursor = Long.parseLong(parameters.get("next_cursor"));
        var page = new TreeMap<Long, String>();
        for (var entry : new ArrayList<>(known.tailMap(cursor, false).entrySet())) {
            if (page.size() < pageSize) {
                page.put(entry.getKey(), entry.getValue());
            }
        }
        var link = "    <link rel=\"%s\" href=\"" + url() + "/public/?method=" + method
                + "&amp;scope=&amp;next_cursor=%d\"/>\n";
        return HEAD + "<results>\n  <meta>\n"
                + link.formatted("self", cursor)
                + (page.isEmpty() ? "" : link.formatted("next", page.lastKey()))
                + link.formatted("start", 0)
                + "    <count>" + page.size() + "</count>\n    <max_page_size>" + pageSize
                + "</max_page_size>\n  </meta>\n"
                + String.join("", page.values())
                + "</results>\n";
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new TreeMap<String, String>();
        for (var part : query.split("&", -1)) {
            var at = part.indexOf('=');
            parameters.put(part.substring(0, at), URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
