package vigie.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vigie.House;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;

/** A site of one test, whose services are made to fail and to recover. */
public final class Trouble {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TYPE = "webdav";

    private final House.Keys house;
    public final String name = "TROUBLED-" + COUNT.incrementAndGet();
    public final SiteId site;
    private final Registrar registrar;
    private final String token;

    public Trouble(House.Keys house, Registrar registrar, Tokens tokens) {
        this(house, registrar, tokens, "NGI_FRANCE");
    }

    public Trouble(House.Keys house, Registrar registrar, Tokens tokens, String ngi) {
        this.house = house;
        this.registrar = registrar;
        this.site = registrar.add(Actor.HOUSE, SiteEntry.of(name, ngi, "grid@troubled.example"), "a test");
        house.as(Role.ADMINISTRATOR);
        this.token = tokens.make(
                house.people().named("t-administrator").orElseThrow().person(),
                name,
                EnumSet.of(Right.SEND_RESULTS),
                Duration.ofHours(2));
    }

    public ServiceId service(String host) {
        return registrar.add(Actor.HOUSE, ServiceEntry.of(name, host(host), TYPE, 443, ""), "a test");
    }

    public String host(String host) {
        return host + "." + name.toLowerCase(java.util.Locale.ROOT) + ".example.org";
    }

    public Instant now() {
        return house.clock().instant();
    }

    /** Five results a minute apart, up to now: enough for a failure to be believed. */
    public void says(String status, String host, String metric, String vo) {
        says(5, status, host, metric, vo);
    }

    /** One result, now. */
    void saysOnce(String status, String host, String metric, String vo) {
        says(1, status, host, metric, vo);
    }

    private void says(int times, String status, String host, String metric, String vo) {
        var rows = new java.util.ArrayList<String>();
        house.advance(Duration.ofMinutes(5));
        for (var i = times - 1; i >= 0; i--) {
            rows.add("""
                    {"timestamp":"%s","service":"%s","hostname":"%s","metric":"%s","status":"%s","summary":"%s","tags":{"voname":"%s"}}\
                    """.formatted(
                            now().minus(Duration.ofMinutes(i)).truncatedTo(ChronoUnit.SECONDS),
                            TYPE,
                            host(host),
                            metric,
                            status,
                            status,
                            vo));
        }
        var answer = house.nobody()
                .json(
                        "POST",
                        "/api/v1/results",
                        token,
                        String.join("\n", rows),
                        "Content-Type",
                        "application/x-ndjson");
        if (answer.status() != 200 || !answer.text().contains("\"refused\":0")) {
            throw new AssertionError(answer.text());
        }
        house.settle();
    }

    public List<Problem> open(Problems problems) {
        return problems.open(site);
    }
}
