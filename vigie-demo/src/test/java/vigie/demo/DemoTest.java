package vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import vigie.monitor.MetricKey;
import vigie.monitor.Statuses;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.status.Status;

@ExtendWith(TheDemo.class)
class DemoTest {
    private static ConfigurableApplicationContext house;
    private static String url;
    private static String token;
    private static Connection ada;

    @BeforeAll
    static void ada_signs_in() {
        house = TheDemo.house();
        url = TheDemo.url();
        token = house.getBean(Cast.class).token();
        ada = Jsoup.newSession()
                .header("Accept-Language", "en")
                .ignoreHttpErrors(true)
                .timeout(60_000);
        post("/sign-in", "/sign-in", "login", "ada", "password", "demo-ada-2013");
    }

    @Test
    void the_federation_is_as_large_as_told() {
        var federation = house.getBean(Federation.class);
        assertThat(federation.sites()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(federation.services()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(house.getBean(DemoFederation.class).organisations().lines().count())
                .isGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource({"sites,12", "services,60", "organisations,15", "vos,3", "service-types,5", "ngis,1"})
    void the_api_counts_what_was_promised(String kind, int atLeast) {
        var total = new JsonMapper()
                .readTree(api("GET", "/api/v1/" + kind, "").body())
                .path("total")
                .asInt(0);
        assertThat(total).as(kind).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void what_people_had_learnt_helps_with_the_failure_that_is_shown() {
        var experts = new JsonMapper()
                .readTree(api("GET", "/api/v1/expertise/experts?text=dpm", "").body());
        assertThat(experts).hasSize(1);
        var found = new JsonMapper()
                .readTree(api(
                                "GET",
                                "/api/v1/expertise/lessons?metric=vigie.tcp&type=SRM&text=SE%20connexion%20refus%C3%A9e",
                                "")
                        .body());
        assertThat(found.get(0).path("lesson").path("product").asString("")).isEqualTo("DPM");
        assertThat(found.get(0).path("solver").asString("")).isEqualTo("Gilles Barrault");
    }

    @Test
    void the_meeting_of_february_was_held_and_what_it_decided_is_still_under_way_in_march() {
        var meetings =
                new JsonMapper().readTree(api("GET", "/api/v1/meetings", "").body());
        assertThat(meetings).hasSize(3);
        var february = meetings.get(2);
        assertThat(february.path("begins").asString("")).isEqualTo("2013-02-19T13:00:00Z");
        assertThat(february.path("state").asString("")).isEqualTo("CLOSED");
        var march = get("/meetings/" + meetings.get(1).path("id")).body();
        assertThat(march)
                .as("the minutes to be approved, and the actions")
                .contains("/meetings/" + february.path("id"), "Trouver un formateur", "CREATIS-INSA-LYON");
    }

    @Test
    void the_ticket_of_an_experiment_is_joined_to_the_problem_of_its_cause() {
        var joined = new JsonMapper()
                .readTree(api("GET", "/api/v1/joints?state=JOINED&site=AUVERGRID", "")
                        .body());
        assertThat(joined).hasSize(1);
        var problem = joined.get(0).path("problem").asLong();
        assertThat(get("/problems/" + problem + "/story").body())
                .contains("Salma Haddadi", "connection refused", "Ada Lormont");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/demo", "/sites", "/services", "/alarms", "/downtimes", "/meetings", "/upkeep"})
    void its_pages_open_under_the_clock(String path) {
        var page = get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body()).contains("class=\"banner\"", "2013");
    }

    @Test
    void a_machine_that_is_stopped_is_found_to_be_critical_and_one_that_runs_again_is_well() {
        var service = service("IN2P3-LAPP", "SRM");
        assertThat(api("POST", "/api/v1/demo/services/" + service.id().value() + "/stop", "")
                        .body())
                .contains("\"runs\":false");
        runCheck(service);
        assertThat(status(service)).isEqualTo(Status.CRITICAL);
        post("/demo", "/demo/services/" + service.id().value(), "running", "true");
        runCheck(service);
        assertThat(status(service)).isEqualTo(Status.OK);
    }

    @Test
    void one_failure_is_living() {
        assertThat(get("/demo").body()).contains("Stopped");
        eventually(() -> status(service("IN2P3-LPC", "SRM")) == Status.CRITICAL);
    }

    @Test
    void the_clock_moves_forward_and_nowhere_else() {
        var before = now();
        var answer = api("POST", "/api/v1/demo/clock", "{\"advance\":\"PT1H\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(now()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1H", "P61D", "soon", ""})
    void an_advance_that_cannot_be_is_refused(String advance) {
        var before = now();
        var answer = api("POST", "/api/v1/demo/clock", "{\"advance\":\"" + advance + "\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("expected");
        assertThat(now()).isBefore(before.plus(Duration.ofHours(1)));
    }

    @Test
    void a_machine_that_is_not_there_cannot_be_stopped() {
        assertThat(api("POST", "/api/v1/demo/services/999999/stop", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_real_plugins_of_debian_see_the_machines() throws Exception {
        var web = house.getBean(Machines.class).of(service("IN2P3-CC", "WMS")).orElseThrow();
        var socket = house.getBean(Machines.class).of(service("GRIF", "XRootD")).orElseThrow();
        assertThat(plugin("check_http", web.port())).isZero();
        assertThat(plugin("check_tcp", socket.port())).isZero();
    }

    private static int plugin(String name, int port) throws IOException, InterruptedException {
        var run = new ProcessBuilder(
                        "/usr/lib/nagios/plugins/" + name, "-H", "127.0.0.1", "-p", Integer.toString(port), "-t", "20")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return run.exitValue();
    }

    private static void runCheck(Service service) {
        post("/demo", "/services/" + service.id().value() + "/checks", "metric", "vigie.tcp");
    }

    private static Status status(Service service) {
        return house.getBean(Statuses.class)
                .of(new MetricKey(service.id(), "vigie.tcp", ""))
                .orElseThrow()
                .state()
                .hard();
    }

    private static Service service(String site, String type) {
        return house.getBean(Federation.class).services().stream()
                .filter(one -> one.siteName().equals(site) && one.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Instant now() {
        return house.getBean(Hand.class).now();
    }

    private static Connection.Response get(String path) {
        try {
            return ada.newRequest(url + path).execute();
        } catch (IOException unanswered) {
            throw new AssertionError(unanswered);
        }
    }

    private static void post(String from, String path, String... fields) {
        try {
            var answer = ada.newRequest(url + path)
                    .data("_csrf", csrf(get(from)))
                    .data(fields)
                    .method(Connection.Method.POST)
                    .execute();
            assertThat(answer.statusCode()).as(path).isLessThan(400);
        } catch (IOException unanswered) {
            throw new AssertionError(unanswered);
        }
    }

    private static String csrf(Connection.Response page) {
        try {
            return page.parse().select("input[name=_csrf]").first().val();
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }

    private static HttpResponse<String> api(String method, String path, String body) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new AssertionError(unanswered);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new AssertionError(told);
        }
    }

    static void eventually(BooleanSupplier holds) {
        var end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited ninety seconds").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                throw new AssertionError(told);
            }
        }
    }
}
