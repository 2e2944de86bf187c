import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * The load of bench/storm.sh: 100 sites of 50 hosts, each with two services of ten metrics. Twenty sites fail whole, and
 * of the others every eighth host: one problem for each such site and one for each such host are to come of it.
 */
class Storm {
    static final int SITES = 100;
    static final int HOSTS = 50;
    static final String[] TYPES = {"webdav", "XRootD"};
    static final int METRICS = 10;
    static final int SITES_THAT_FAIL = 20;
    static final int EVERY = 8;
    static final int BATCH = 1_000;
    static final int LOOKS = 50;

    final Bench bench;
    final int seconds;

    Storm(Bench bench, int seconds) {
        this.bench = bench;
        this.seconds = seconds;
    }

    public static void main(String[] words) throws Exception {
        new Storm(new Bench(words[0], Path.of(words[1]), Long.parseLong(words[2])), Integer.parseInt(words[3])).run();
    }

    void run() throws Exception {
        bench.waitForTheHouse();
        try (var database = bench.database()) {
            bench.admit(database, "SEND_RESULTS,MANAGE_SOURCES,READ");
            settle();
            var calm = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
            for (var batch = 0; batch < metrics() / BATCH; batch++) {
                send(batch, calm, false);
            }
            awaitSilence(database);
            var cpu = bench.houseCpu();
            var began = System.nanoTime();
            var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            for (var batch = 0; batch < metrics() / BATCH; batch++) {
                LockSupport.parkNanos(began + batch * seconds * 1_000_000_000L / (metrics() / BATCH) - System.nanoTime());
                send(batch, now, true);
            }
            var last = System.nanoTime();
            var bad = failing();
            await(database, "select count(*) from problem.alarm", bad);
            var grouped = (System.nanoTime() - last) / 1e9;
            cpu = bench.houseCpu() - cpu;
            System.out.printf("%,d metrics, %,d of them bad within %.0f s%n", metrics(), bad, (last - began) / 1e9);
            row("alarms raised", count(database, "select count(*) from alarm.alarm where cleared is null"), bad);
            row("problems open", count(database, "select count(*) from problem.problem where closed is null"), problems());
            row("letters to one person, at most", count(database, LETTERS), 1);
            System.out.printf("%-44s %9.1f %12s%n", "grouped, seconds after the last result", grouped, "below 5");
            System.out.printf("%-44s %9.1f%n", "CPU of Vigie and its database, seconds", cpu);
            for (var path : new String[] {"/problems", "/alarms", "/api/v1/problems", "/"}) {
                look(path);
            }
            for (var batch = 0; batch < metrics() / BATCH; batch++) {
                send(batch, now.plusSeconds(1), false);
            }
            last = System.nanoTime();
            await(database, "select count(*) from problem.problem where stage <> 'RECOVERED' and good_since is null", 0);
            System.out.printf("%-44s %9.1f%n", "all seems well again, s after the last result", (System.nanoTime() - last) / 1e9);
        }
    }

    static final String LETTERS = "select coalesce(max(n), 0) from (select count(*) n from mail.letter group by recipients) t";

    static int metrics() {
        return SITES * HOSTS * TYPES.length * METRICS;
    }

    static boolean fails(int host) {
        return host / HOSTS < SITES_THAT_FAIL || host % HOSTS % EVERY == 0;
    }

    static int failing() {
        var hosts = 0;
        for (var host = 0; host < SITES * HOSTS; host++) {
            hosts += fails(host) ? 1 : 0;
        }
        return hosts * TYPES.length * METRICS;
    }

    static int problems() {
        return failing() / TYPES.length / METRICS - SITES_THAT_FAIL * HOSTS + SITES_THAT_FAIL;
    }

    void settle() throws IOException, InterruptedException {
        var sites = new StringBuilder("name,status,ngi\n");
        for (var site = 0; site < SITES; site++) {
            sites.append("BENCH-").append(site).append(",Certified,NGI_FRANCE\n");
        }
        var services = new StringBuilder("site,host,type,monitored\n");
        for (var host = 0; host < SITES * HOSTS; host++) {
            for (var type : TYPES) {
                services.append("BENCH-").append(host / HOSTS).append(',').append(Bench.host(host)).append(',');
                services.append(type).append(",Y\n");
            }
        }
        bench.source();
        bench.table("sites.csv", sites.toString());
        bench.table("services.csv", services.toString());
    }

    void send(int batch, Instant at, boolean storm) throws IOException, InterruptedException {
        var text = new StringBuilder(BATCH * 220).append('[');
        for (var i = 0; i < BATCH; i++) {
            var n = batch * BATCH + i;
            var host = n / METRICS / TYPES.length;
            var bad = storm && fails(host);
            text.append(i == 0 ? "" : ",\n").append("{\"timestamp\":\"").append(at).append("\",\"service\":\"");
            text.append(TYPES[n / METRICS % TYPES.length]).append("\",\"hostname\":\"").append(Bench.host(host));
            text.append("\",\"metric\":\"org.bench.Probe").append(n % METRICS).append("\",\"status\":\"");
            text.append(bad ? "CRITICAL" : "OK").append("\",\"summary\":\"");
            text.append(bad ? "connection refused" : "HTTP 200").append("\"}");
        }
        var answer = bench.post(
                "/api/v1/results", "application/json", text.append(']').toString().getBytes(StandardCharsets.UTF_8));
        if (!answer.contains("\"accepted\":" + BATCH)) {
            throw new IOException(answer.substring(0, Math.min(500, answer.length())));
        }
    }

    /** A page of the console as its reader waits for it, once it is warm. */
    void look(String path) throws IOException, InterruptedException {
        for (var i = 0; i < 10; i++) {
            bench.get(path);
        }
        var times = new double[LOOKS];
        for (var i = 0; i < LOOKS; i++) {
            var began = System.nanoTime();
            bench.get(path);
            times[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf("%-44s %9.0f %12s   p99 %.0f%n", "median of GET " + path + ", ms", times[LOOKS / 2], "below 100",
                times[LOOKS * 99 / 100]);
    }

    /** Until the count is reached and everything has been heard. */
    static void await(Connection database, String query, long wanted) throws Exception {
        var end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (count(database, query) != wanted || outstanding(database) > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%d instead of %d after five minutes, %d events wait: %s"
                        .formatted(count(database, query), wanted, outstanding(database), query));
            }
            Thread.sleep(50);
        }
    }

    void awaitSilence(Connection database) throws Exception {
        while (outstanding(database) > 0) {
            Thread.sleep(50);
        }
    }

    static long outstanding(Connection database) throws Exception {
        return count(database, "select count(*) from event_publication where completion_date is null");
    }

    static long count(Connection database, String query) throws Exception {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void row(String what, long is, long expected) {
        System.out.printf("%-44s %,9d %,12d%n", what, is, expected);
    }
}
