package vigie.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import vigie.House;
import vigie.Visitor;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.ServiceId;

/** A site with services of its own for one test, and a sender of results. */
final class Watch {
    private static final AtomicInteger COUNT = new AtomicInteger();

    final House.Keys house;
    final String site;
    final String token;
    private final Registrar registrar;
    private final int number = COUNT.incrementAndGet();

    Watch(House.Keys house, Registrar registrar, Tokens tokens) {
        this.house = house;
        this.registrar = registrar;
        this.site = "WATCHED-" + number;
        registrar.add(Actor.HOUSE, SiteEntry.of(site, "NGI_FRANCE", "contact@watched.example"), "a test");
        house.as(Role.ADMINISTRATOR);
        var sender = house.people().named("t-administrator").orElseThrow();
        this.token =
                tokens.make(sender.person(), site, EnumSet.of(Right.SEND_RESULTS, Right.READ), Duration.ofHours(2));
    }

    /** A host name that no other test has. */
    String host(String name) {
        return name + "." + number + ".watched.example";
    }

    ServiceId service(String name, String type) {
        return registrar.add(Actor.HOUSE, ServiceEntry.of(site, host(name), type, 443, ""), "a test");
    }

    Instant now() {
        return house.clock().instant();
    }

    /** One row as senders write it. */
    String row(String name, String type, String metric, String status, Instant at) {
        return """
                {"timestamp":"%s","service":"%s","hostname":"%s","metric":"%s","status":"%s","summary":"%s it is",\
                "message":"more of it","actual_data":"time=0.1s","monitoring_host":"mon.example","tags":{"voname":"ops","other":null}}\
                """.formatted(
                at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS), type, host(name), metric, status, status);
    }

    Visitor.Answer send(String body, String... headers) {
        return house.nobody().json("POST", "/api/v1/results", token, body, headers);
    }

    Visitor.Answer sendLines(String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-ndjson";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(body, all);
    }

    Visitor.Answer get(String path) {
        return house.nobody().json("GET", path, token, "");
    }

    MetricKey key(ServiceId service, String metric) {
        return new MetricKey(service, metric, "ops");
    }
}
