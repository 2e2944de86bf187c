package vigie.database;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A whole Vigie of its own process, with its own database, that one may kill. */
final class Whole {
    private static final String TOKEN = "vigie_killed-0123456789012345678901234567890123";

    private final Path data;
    private final int port;
    private final List<String> settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private volatile Process process;

    private Whole(Path data, int port, List<String> settings) throws IOException {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.process = launched();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /** Starts in an empty folder, and lets one administrator in by a token. */
    static Whole in(Path data, String... settings) throws Exception {
        var whole = new Whole(data, FreePort.preferring(0), List.of(settings));
        whole.untilItAnswers();
        var digest = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
        whole.run("insert into people.person (login, name, mail) values ('ada', 'Ada', 'ada@example.org')");
        whole.run("insert into people.role_held (person, role, site) select id, 'ADMINISTRATOR', 0 from people.person");
        whole.run("""
                insert into account.token (person, label, starts, hash, rights, made, expires)
                select id, 'killed', 'vigie_killed', '%s',
                       'READ,SEND_RESULTS,REPLY_TICKETS,HANDLE_TICKETS,MANAGE_SOURCES,READ_UPKEEP', now(),
                       now() + interval '1 day' from people.person
                """.formatted(HexFormat.of().formatHex(digest)));
        return whole;
    }

    /** A Java of the class path of the house, without its tests. */
    static ProcessBuilder java(String... words) {
        var path = Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(":"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path,
                "vigie.Vigie"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private Process launched() throws IOException {
        var words = new ArrayList<>(
                List.of("--vigie.data=" + data, "--server.port=" + port, "--vigie.check.scheduled=false"));
        words.addAll(settings);
        return java(words.toArray(String[]::new))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("vigie.log").toFile()))
                .start();
    }

    void killJava() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void killPostmaster() throws IOException {
        var killed =
                new Residents(data.toRealPath().resolve("pg18")).postmaster().orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();
    }

    void startAgain() throws IOException {
        process = launched();
        untilItAnswers();
    }

    /** At most four minutes: a busy machine needs one for a start. */
    void untilItAnswers() {
        var end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("it does not answer: " + lastWords());
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }

    private boolean answers() {
        try {
            return ask("GET", "/sign-in", "", "").statusCode() == 200 && number("select 1") == 1;
        } catch (IOException | SQLException notYet) {
            return false;
        }
    }

    HttpResponse<String> ask(String method, String path, String key, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new AssertionError(told);
        }
    }

    long number(String sql) throws SQLException, IOException {
        try (var connection = connection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void run(String sql) throws SQLException, IOException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connection() throws SQLException, IOException {
        return Access.keptIn(data).orElseThrow().to("vigie").getConnection();
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(data.resolve("vigie.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
