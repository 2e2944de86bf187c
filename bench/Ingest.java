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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/**
 * The load of bench/ingest.sh: a made-up federation, senders of batches of 1,000 results, and the measuring tape.
 *
 * <p>Every result is newer than the one before of its endpoint, so each one changes what is held; one of 128 is bad.
 */
class Ingest {
    static final int BATCH = 1_000;
    static final int SENDERS = 4;
    static final String TOKEN = "vigie_bench-0123456789012345678901234567890123";

    final String url;
    final Path data;
    final long app;
    final int seconds;
    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Long enough ago to give each round a second of its own, and not so long that a result says nothing any more. */
    final Instant begin = Instant.now().minus(Duration.ofMinutes(100)).truncatedTo(ChronoUnit.SECONDS);
    int round;

    Ingest(String url, Path data, long app, int seconds) {
        this.url = url;
        this.data = data;
        this.app = app;
        this.seconds = seconds;
    }

    public static void main(String[] words) throws Exception {
        new Ingest(words[0], Path.of(words[1]), Long.parseLong(words[2]), Integer.parseInt(words[3])).run();
    }

    void run() throws Exception {
        waitForTheHouse();
        System.out.printf("%9s %11s %11s %7s %12s %9s %9s %11s %11s%n", "endpoints", "results/s", "COPY rows/s", "ratio",
                "results/s", "p50 ms", "p99 ms", "CPU s/100k", "sender CPU");
        try (var database = database()) {
            admit(database);
            var have = 0;
            for (var endpoints : new int[] {1_000, 10_000, 100_000}) {
                settle(database, have, endpoints);
                have = endpoints;
                full(endpoints, Math.max(BATCH * 20, endpoints), Integer.MAX_VALUE); // each endpoint is heard of once
                full(endpoints, Integer.MAX_VALUE, 4);
                var cpu = houseCpu();
                var own = ownCpu();
                var began = System.nanoTime();
                var sent = full(endpoints, Integer.MAX_VALUE, seconds);
                var took = (System.nanoTime() - began) / 1e9;
                cpu = houseCpu() - cpu;
                own = ownCpu() - own;
                var copy = copy(database, endpoints);
                var steady = steady(endpoints, 20_000);
                System.out.printf("%,9d %,11.0f %,11.0f %7.2f %,12d %9.0f %9.0f %11.2f %11.2f%n", endpoints, sent / took,
                        copy, sent / took / copy, 20_000, steady[steady.length / 2],
                        steady[Math.max(0, steady.length * 99 / 100 - 1)], cpu * 1e5 / sent, own * 1e5 / sent);
                kept(database);
            }
        }
    }

    /** As many as the house takes, from four senders; answers how many. */
    long full(int endpoints, int most, int forSeconds) throws Exception {
        var end = System.nanoTime() + forSeconds * 1_000_000_000L;
        var batches = new AtomicInteger();
        var first = round;
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < SENDERS; i++) {
                all.add(senders.submit(() -> {
                    while (System.nanoTime() < end) {
                        var batch = batches.getAndIncrement();
                        if ((long) batch * BATCH >= most) {
                            batches.decrementAndGet();
                            break;
                        }
                        send(batch(endpoints, first, batch));
                    }
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        round = first + (int) ((long) batches.get() * BATCH / endpoints) + 1;
        return (long) batches.get() * BATCH;
    }

    /** At a fixed rate; answers how long each batch took from the moment it was to be sent, in ms, sorted. */
    double[] steady(int endpoints, int rate) throws Exception {
        var count = Math.max(40, rate / BATCH * seconds);
        var times = new double[count];
        var first = round;
        var began = System.nanoTime() + 100_000_000L;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < count; i++) {
                var number = i;
                var due = began + (long) i * BATCH * 1_000_000_000L / rate;
                var body = batch(endpoints, first, i);
                LockSupport.parkNanos(due - System.nanoTime());
                all.add(senders.submit(() -> {
                    send(body);
                    times[number] = (System.nanoTime() - due) / 1e6;
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        round = first + (int) ((long) count * BATCH / endpoints) + 1;
        Arrays.sort(times);
        return times;
    }

    /** The same rows by COPY alone into a table without an index, a commit for each 1,000; rows a second. */
    double copy(Connection database, int endpoints) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("create table if not exists public.plain (metric int, at timestamptz, status text, origin"
                    + " text, summary text, message text, data text, report bigint)");
            statement.execute("truncate public.plain");
        }
        var copies = database.unwrap(PGConnection.class).getCopyAPI();
        var began = System.nanoTime();
        var rows = 0L;
        for (var batch = 0; System.nanoTime() - began < seconds * 500_000_000L; batch++) {
            var text = new StringBuilder(BATCH * 150);
            for (var i = 0; i < BATCH; i++) {
                var n = (long) batch * BATCH + i;
                text.append(n % endpoints).append('\t').append(begin.plusSeconds(n / endpoints)).append('\t');
                text.append(isBad(n) ? "CRITICAL" : "OK").append("\tmon.bench.example\t").append(summary(n));
                text.append("\t\ttime=0.123s;;;0\t1\n");
            }
            copies.copyIn("copy public.plain from stdin", new java.io.StringReader(text.toString()));
            rows += BATCH;
        }
        return rows / ((System.nanoTime() - began) / 1e9);
    }

    byte[] batch(int endpoints, int first, int batch) {
        var text = new StringBuilder(BATCH * 260).append('[');
        for (var i = 0; i < BATCH; i++) {
            var n = (long) batch * BATCH + i;
            var endpoint = n % endpoints;
            text.append(i == 0 ? "" : ",\n").append("{\"timestamp\":\"");
            text.append(begin.plusSeconds(first + n / endpoints)).append("\",\"service\":\"webdav\",\"hostname\":\"");
            text.append(host(endpoint)).append("\",\"metric\":\"org.bench.Probe\",\"status\":\"");
            text.append(isBad(n) ? "CRITICAL" : "OK").append("\",\"monitoring_host\":\"mon.bench.example\",\"summary\":\"");
            text.append(summary(n)).append("\",\"actual_data\":\"time=0.123s;;;0\",\"tags\":{\"voname\":\"ops\"}}");
        }
        return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    static boolean isBad(long n) {
        return (n * 0x9E3779B97F4A7C15L >>> 57) == 0;
    }

    static String summary(long n) {
        return "HTTP 200 after 123 ms, transfer " + n % 1000 + " of the directory listing";
    }

    static String host(long endpoint) {
        return "se" + endpoint + ".bench.example";
    }

    void send(byte[] body) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1/results"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"accepted\":" + BATCH)) {
            throw new IOException(answer.statusCode() + " " + answer.body().substring(0, Math.min(500, answer.body().length())));
        }
    }

    /** Services up to this number, a hundred to a site. */
    void settle(Connection database, int have, int want) throws Exception {
        try (var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("insert into registry.service_type (name) values ('webdav') on conflict do nothing");
            statement.execute("""
                    insert into registry.site (name, ngi, certification)
                    select 'BENCH-' || n, 'NGI_FRANCE', 'CERTIFIED' from generate_series(%d, %d) n on conflict do nothing
                    """.formatted(have / 100, want / 100));
            statement.execute("""
                    insert into registry.service (site, host, type, monitored)
                    select s.id, 'se' || n || '.bench.example', 'webdav', false from generate_series(%d, %d) n
                      join registry.site s on s.name = 'BENCH-' || n / 100
                    """.formatted(have, want - 1));
            statement.execute("update registry.edition set number = nextval('registry.edition_number')");
            database.commit();
            database.setAutoCommit(true);
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    void admit(Connection database) throws Exception {
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
        try (var statement = database.createStatement()) {
            statement.execute("insert into people.person (login, name, mail) values ('bench', 'Bench', 'bench@example.org')");
            statement.execute("""
                    insert into people.role_held (person, role, site) select id, 'ADMINISTRATOR', 0 from people.person where login = 'bench'
                    """);
            statement.execute("""
                    insert into account.token (person, label, starts, hash, rights, made, expires)
                    select id, 'bench', 'vigie_bench', '%s', 'SEND_RESULTS', now(), now() + interval '1 day'
                      from people.person where login = 'bench'
                    """.formatted(hash));
        }
    }

    /** What was answered must be there. */
    void kept(Connection database) throws Exception {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                        select (select coalesce(sum(accepted), 0) from monitor.report), (select count(*) from monitor.result)
                        """)) {
            row.next();
            if (row.getLong(1) != row.getLong(2)) {
                throw new IllegalStateException("%d accepted, %d kept".formatted(row.getLong(1), row.getLong(2)));
            }
        }
    }

    Connection database() throws Exception {
        var kept = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("database.properties"))) {
            kept.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/vigie?sslmode=disable".formatted(kept.getProperty("port")),
                "vigie",
                kept.getProperty("password"));
    }

    void waitForTheHouse() throws Exception {
        var end = System.nanoTime() + 120_000_000_000L;
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
        var postmaster = Long.parseLong(Files.readAllLines(data.resolve("pg18/postmaster.pid")).getFirst().strip());
        var sum = cpu(app, false) + cpu(postmaster, true);
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

    double ownCpu() throws IOException {
        return cpu(ProcessHandle.current().pid(), false);
    }

    static double cpu(long process, boolean withChildren) {
        var stat = stat(process);
        if (stat.isEmpty()) {
            return 0;
        }
        var ticks = Long.parseLong(stat.get(11)) + Long.parseLong(stat.get(12));
        return (withChildren ? ticks + Long.parseLong(stat.get(13)) + Long.parseLong(stat.get(14)) : ticks) / 100.0;
    }

    static List<String> stat(long process) {
        try {
            var line = Files.readString(Path.of("/proc/" + process + "/stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
