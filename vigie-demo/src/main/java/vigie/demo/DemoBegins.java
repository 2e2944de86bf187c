package vigie.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vigie.registry.Federation;

/** Sets the scene once Vigie serves: machines, registry, people, meetings, and then the past. */
@Component
class DemoBegins {
    private static final Logger LOG = LoggerFactory.getLogger(DemoBegins.class);

    private static final Instant NEXT = Instant.parse("2013-04-23T12:00:00Z");
    private static final int MOST_TRIES = 1200;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Machines machines;
    private final GocdbStandIn registry;
    private final DemoFederation scene;
    private final Federation federation;
    private final Cast cast;
    private final Knowledge knowledge;
    private final Past past;
    private final Hand hand;
    private final OnThisMachine whereabouts;
    private final DemoTable table;
    private final Environment environment;

    DemoBegins(
            Machines machines,
            GocdbStandIn registry,
            DemoFederation scene,
            Federation federation,
            Cast cast,
            Knowledge knowledge,
            Past past,
            Hand hand,
            OnThisMachine whereabouts,
            DemoTable table,
            Environment environment) {
        this.machines = machines;
        this.registry = registry;
        this.scene = scene;
        this.federation = federation;
        this.cast = cast;
        this.knowledge = knowledge;
        this.past = past;
        this.hand = hand;
        this.whereabouts = whereabouts;
        this.table = table;
        this.environment = environment;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        Thread.ofPlatform().name("demonstration").daemon().start(this::setTheScene);
    }

    private void setTheScene() {
        var port = environment.getRequiredProperty("local.server.port");
        try {
            cast.enter();
            var token = cast.token();
            var api = new Api("http://127.0.0.1:" + port, token);
            machines.open();
            fillRegistry(api, registry.open());
            cast.takePlaces();
            planMeetings(api);
            knowledge.tell("http://127.0.0.1:" + port, api);
            tell(port, token);
            playPast(api);
        } catch (IOException failed) {
            LOG.error("the demonstration could not be set up: {}", failed.getMessage());
        }
    }

    private void playPast(Api api) {
        var isFirst = table.standing().filter(DemoTable.Standing::played).isEmpty();
        if (isFirst) {
            planDuty(api);
            past.play(api);
            federation.services().stream()
                    .filter(service -> service.siteName().equals(Outages.LIVING.site())
                            && service.type().equals(Outages.LIVING.type()))
                    .forEach(machines::stop);
        }
        whereabouts.open();
        hand.letGo();
    }

    private void fillRegistry(Api api, String url) {
        if (!api.get("/api/v1/sources").isEmpty()) {
            return;
        }
        var json = "application/json";
        var live = api.post("/api/v1/sources", json, """
                {"kind":"gocdb","name":"gocdb","url":"%s","ngi":"NGI_FRANCE","every":"P1D"}""".formatted(url));
        awaitReading(api, "/api/v1/sources/" + live.path("id").asLong());
        var files = api.post("/api/v1/sources", json, """
                {"kind":"files","name":"tables"}""").path("id").asLong();
        for (var name : new String[] {"organisations.csv", "vos.csv"}) {
            mustBeTaken(api.post(
                    "/api/v1/sources/" + files + "/files?name=" + Api.encoded(name),
                    "application/octet-stream",
                    name.startsWith("vos") ? scene.vos() : scene.organisations()));
        }
    }

    /** A live source is read by itself as soon as it is added. */
    private static void awaitReading(Api api, String source) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var last = api.get(source).path("last");
            if (!last.path("ended").isMissingNode() && !last.path("ended").isNull()) {
                if (!last.path("outcome").asString("").equals("TAKEN")
                        || last.path("refused").asInt(0) > 0) {
                    throw new IllegalStateException("the registry of the demonstration is not taken: " + last);
                }
                return;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new IllegalStateException("the registry of the demonstration was not read in time");
    }

    private static void mustBeTaken(JsonNode whole) {
        var outcome = whole.path("run").path("outcome").asString("");
        if (!outcome.equals("TAKEN") || !whole.path("refused").isEmpty()) {
            throw new IllegalStateException("the registry of the demonstration is not taken: " + whole);
        }
    }

    /** Two weeks of duty, each from Monday to Monday. */
    private static void planDuty(Api api) {
        if (api.get("/api/v1/duty/turns").isEmpty()) {
            var turn = """
                    {"ngi":"NGI_FRANCE","person":"%s","standIn":"%s","begins":"%s","ends":"%s"}""";
            var json = "application/json";
            api.post(
                    "/api/v1/duty/turns",
                    json,
                    turn.formatted("ada", "maud", "2013-03-18T08:00:00Z", "2013-03-25T08:00:00Z"));
            api.post(
                    "/api/v1/duty/turns",
                    json,
                    turn.formatted("maud", "ada", "2013-03-25T08:00:00Z", "2013-04-01T07:00:00Z"));
        }
    }

    private static void planMeetings(Api api) {
        if (!api.get("/api/v1/meetings").isEmpty()) {
            return;
        }
        for (var begins : new Instant[] {February.BEGINS, Instant.parse("2013-03-19T13:00:00Z"), NEXT}) {
            api.post("/api/v1/meetings", "application/json", """
                    {"begins":"%s","chair":"Maud Teissier","secretary":"Ada Lormont",
                     "link":"https://visio.example.org/operations"}""".formatted(begins));
        }
    }

    @SuppressWarnings("SystemOut")
    private static void tell(String port, String token) {
        System.out.println("URL http://localhost:" + port);
        for (var player : Cast.ALL) {
            System.out.println("LOGIN " + player.role() + " " + player.login() + " " + player.password());
        }
        System.out.println("TOKEN " + token);
        System.out.flush();
    }
}
