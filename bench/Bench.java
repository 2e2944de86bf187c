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
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** What the loads of bench/*.sh have in common: a Vigie of their own that runs, its database beside it, a federation. */
class Bench {
    static final String TOKEN = "vigie_bench-0123456789012345678901234567890123";
    static final int A_SITE = 100;

    final String url;
    final Path data;
    final long app;
    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Bench(String url, Path data, long app) {
        this.url = url;
        this.data = data;
        this.app = app;
    }

    static String host(long endpoint) {
        return "se" + endpoint + ".bench.example";
    }

    /** Services of these numbers, a hundred to a site, by the door by which tables come in. */
    void settle(int have, int want, boolean monitored) throws IOException, InterruptedException {
        var sites = new StringBuilder("name,status,ngi\n");
        for (var site = have / A_SITE; site <= (want - 1) / A_SITE; site++) {
            sites.append("BENCH-").append(site).append(",Certified,NGI_FRANCE\n");
        }
        var services = new StringBuilder("site,host,type,monitored\n");
        for (var n = have; n < want; n++) {
            services.append("BENCH-").append(n / A_SITE).append(',').append(host(n)).append(",webdav,");
            services.append(monitored ? "Y" : "N").append('\n');
        }
        if (have == 0) {
            source();
        }
        table("sites.csv", sites.toString());
        table("services.csv", services.toString());
    }

    void source() throws IOException, InterruptedException {
        var wish = "{\"kind\":\"files\",\"name\":\"bench\"}";
        post("/api/v1/sources", "application/json", wish.getBytes(StandardCharsets.UTF_8));
    }

    void table(String name, String text) throws IOException, InterruptedException {
        var answer = post("/api/v1/sources/1/files?name=" + name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
        if (!answer.contains("\"outcome\":\"TAKEN\"") || !answer.contains("\"refused\":[]")) {
            throw new IOException(name + ": " + answer.substring(0, Math.min(600, answer.length())));
        }
    }

    /** What is answered with 200 or 201; anything else ends the run. */
    String post(String path, String type, byte[] body) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    String get(String path) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + TOKEN).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** An administrator with a token: the one thing that is written into the tables by hand. */
    void admit(Connection database, String rights) throws Exception {
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
        try (var statement = database.createStatement()) {
            statement.execute("insert into people.person (login, name, mail) values ('bench', 'Bench', 'bench@example.org')");
            statement.execute("""
                    insert into people.role_held (person, role, site) select id, 'ADMINISTRATOR', 0 from people.person where login = 'bench'
                    """);
            statement.execute("""
                    insert into account.token (person, label, starts, hash, rights, made, expires)
                    select id, 'bench', 'vigie_bench', '%s', '%s', now(), now() + interval '1 day'
                      from people.person where login = 'bench'
                    """.formatted(hash, rights));
        }
    }

    Connection database() throws IOException, SQLException {
        var kept = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("database.properties"))) {
            kept.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/vigie?sslmode=disable".formatted(kept.getProperty("port")),
                "vigie",
                kept.getProperty("password"));
    }

    void waitForTheHouse() throws InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(url + "/actuator/health")).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is starting
            }
            if (System.nanoTime() > end || ProcessHandle.of(app).isEmpty()) {
                throw new IllegalStateException("the application does not answer at " + url);
            }
            Thread.sleep(200);
        }
    }

    /** CPU seconds of the application and of its database with all its processes. */
    double houseCpu() throws IOException {
        return cpu(app, false) + databaseCpu();
    }

    double databaseCpu() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(data.resolve("pg18/postmaster.pid")).getFirst().strip());
        var sum = cpu(postmaster, true);
        try (var processes = Files.list(Path.of("/proc"))) {
            for (var process : processes.filter(path -> path.getFileName().toString().matches("[0-9]+")).toList()) {
                var stat = stat(Long.parseLong(process.getFileName().toString()));
                if (!stat.isEmpty() && Long.parseLong(stat.get(1)) == postmaster) {
                    sum += cpu(Long.parseLong(process.getFileName().toString()), false);
                }
            }
        }
        return sum;
    }

    static double ownCpu() {
        return cpu(ProcessHandle.current().pid(), false);
    }

    private static double cpu(long process, boolean withChildren) {
        var stat = stat(process);
        if (stat.isEmpty()) {
            return 0;
        }
        var ticks = Long.parseLong(stat.get(11)) + Long.parseLong(stat.get(12));
        return (withChildren ? ticks + Long.parseLong(stat.get(13)) + Long.parseLong(stat.get(14)) : ticks) / 100.0;
    }

    private static List<String> stat(long process) {
        try {
            var line = Files.readString(Path.of("/proc/" + process + "/stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
