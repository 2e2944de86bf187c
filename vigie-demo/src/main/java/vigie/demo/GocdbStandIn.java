package vigie.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** A registry on loopback that answers as GOCDB does, without pages. It knows a downtime once it has been announced. */
@Component
class GocdbStandIn implements DisposableBean {
    private static final List<String> FORENAMES =
            List.of("Camille", "Dominique", "Claude", "Sacha", "Alix", "Maxime", "Lou", "Noa");
    private static final List<String> SURNAMES =
            List.of("Verdier", "Lambin", "Corvisart", "Dutilleul", "Maubert", "Rocheteau", "Saulnier");

    private final DemoFederation federation;
    private final DemoTable table;
    private final Clock clock;
    private @Nullable HttpServer server;

    GocdbStandIn(DemoFederation federation, DemoTable table, Clock clock) {
        this.federation = federation;
        this.table = table;
        this.clock = clock;
    }

    /** Begins to answer, on the port of the last time; tells its address. */
    String open() throws IOException {
        var port = table.port("localhost", "GOCDB");
        var fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        fresh.createContext("/gocdbpi/", this::answer);
        fresh.start();
        server = fresh;
        table.keep("localhost", "GOCDB", fresh.getAddress().getPort(), true);
        return "http://127.0.0.1:" + fresh.getAddress().getPort() + "/gocdbpi";
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = String.valueOf(exchange.getRequestURI().getRawQuery());
            var method = query.replaceFirst("^.*?method=", "").replaceFirst("&.*$", "");
            var body = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<results>\n");
            switch (method) {
                case "get_ngi" -> ngi(body);
                case "get_site" -> sites(body);
                case "get_service_types" -> types(body);
                case "get_service" -> services(body);
                case "get_site_contacts" -> contacts(body);
                case "get_downtime" -> downtimes(body);
                default -> body.append("  <error>").append(escaped(method)).append(" is not answered</error>\n");
            }
            var bytes = body.append("</results>\n").toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void ngi(StringBuilder body) {
        body.append("  <NGI NAME=\"NGI_FRANCE\" PRIMARY_KEY=\"1\">\n");
        tag(body, "PRIMARY_KEY", "1", "NAME", "NGI_FRANCE", "DESCRIPTION", "France", "EMAIL", "ngi@example.org");
        body.append("  </NGI>\n");
    }

    private void sites(StringBuilder body) {
        var number = 100;
        for (var site : federation.sites()) {
            number++;
            body.append("  <SITE ID=\"%d\" PRIMARY_KEY=\"%dG0\" NAME=\"%s\">\n".formatted(number, number, site.name()));
            tag(body, "PRIMARY_KEY", number + "G0", "SHORT_NAME", site.name(), "OFFICIAL_NAME", site.officialName());
            tag(body, "HOME_URL", "https://www." + site.domain(), "CONTACT_EMAIL", site.mail());
            tag(body, "CSIRT_EMAIL", "securite@" + site.domain(), "TIMEZONE", "Europe/Paris");
            tag(body, "COUNTRY", "France", "ROC", "NGI_FRANCE", "PRODUCTION_INFRASTRUCTURE", "Production");
            tag(body, "CERTIFICATION_STATUS", Outages.certification(site, clock.instant()));
            body.append("  </SITE>\n");
        }
    }

    private void types(StringBuilder body) {
        federation.spots().stream().map(Spot::type).distinct().sorted().forEach(type -> {
            body.append("  <SERVICE_TYPE>\n");
            tag(body, "SERVICE_TYPE_NAME", type, "SERVICE_TYPE_DESC", "Service of type " + type);
            body.append("  </SERVICE_TYPE>\n");
        });
    }

    private void services(StringBuilder body) {
        var number = 1000;
        for (var spot : federation.spots()) {
            number++;
            body.append("  <SERVICE_ENDPOINT PRIMARY_KEY=\"%dG0\">\n".formatted(number));
            tag(body, "PRIMARY_KEY", number + "G0", "HOSTNAME", spot.host(), "SERVICE_TYPE", spot.type());
            tag(body, "SITENAME", spot.site(), "IN_PRODUCTION", "Y", "NODE_MONITORED", "Y", "URL", spot.url());
            body.append("  </SERVICE_ENDPOINT>\n");
        }
    }

    private void contacts(StringBuilder body) {
        var number = 0;
        for (var site : federation.sites()) {
            body.append("  <SITE ID=\"%d\" NAME=\"%s\">\n".formatted(101 + number / 2, site.name()));
            tag(body, "PRIMARY_KEY", 101 + number / 2 + "G0", "SHORT_NAME", site.name());
            for (var role : List.of("Site Administrator", "Site Security Officer")) {
                var forename = FORENAMES.get(number % FORENAMES.size());
                var surname = SURNAMES.get(number % SURNAMES.size());
                number++;
                body.append("    <CONTACT>\n");
                tag(body, "FORENAME", forename, "SURNAME", surname, "TEL", "", "ROLE_NAME", role);
                tag(body, "EMAIL", (forename + "." + surname + "@" + site.domain()).toLowerCase(java.util.Locale.ROOT));
                body.append("    </CONTACT>\n");
            }
            body.append("  </SITE>\n");
        }
    }

    private void downtimes(StringBuilder body) {
        for (var planned : Outages.PLANNED) {
            if (planned.announced().isAfter(clock.instant())) {
                continue;
            }
            for (var spot : federation.spots()) {
                if (planned.concerns(spot)) {
                    body.append("  <DOWNTIME ID=\"%d\" PRIMARY_KEY=\"%dG0\" CLASSIFICATION=\"SCHEDULED\">\n"
                            .formatted(planned.number(), planned.number()));
                    tag(body, "PRIMARY_KEY", planned.number() + "G0", "HOSTNAME", spot.host());
                    tag(body, "SERVICE_TYPE", spot.type(), "HOSTED_BY", spot.site(), "SEVERITY", planned.severity());
                    tag(body, "DESCRIPTION", planned.why());
                    tag(body, "INSERT_DATE", planned.announced().getEpochSecond());
                    tag(body, "START_DATE", planned.from().getEpochSecond());
                    tag(body, "END_DATE", planned.to().getEpochSecond());
                    body.append("  </DOWNTIME>\n");
                }
            }
        }
    }

    private static void tag(StringBuilder body, Object... namesAndValues) {
        for (var i = 0; i < namesAndValues.length; i += 2) {
            body.append("    <%s>%s</%s>\n"
                    .formatted(namesAndValues[i], escaped(namesAndValues[i + 1].toString()), namesAndValues[i]));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
