import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
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

    final Bench bench;
    final int seconds;
    /** Long enough ago to give each round a second of its own, and not so long that a result says nothing any more. */
    final Instant begin = Instant.now().minus(Duration.ofMinutes(100)).truncatedTo(ChronoUnit.SECONDS);
    int round;

    Ingest(Bench bench, int seconds) {
        this.bench = bench;
        this.seconds = seconds;
    }

    public static void main(String[] words) throws Exception {
        new Ingest(new Bench(words[0], Path.of(words[1]), Long.parseLong(words[2])), Integer.parseInt(words[3]))
                .run(Arrays.stream(words).skip(4).mapToInt(Integer::parseInt).sorted().toArray());
    }

    void run(int[] sizes) throws Exception {
        bench.waitForTheHouse();
        System.out.printf("%9s %11s %11s %7s %12s %9s %9s %11s %9s %11s%n", "endpoints", "results/s", "COPY rows/s", "ratio",
                "results/s", "p50 ms", "p99 ms", "CPU s/100k", "of it PG", "sender CPU");
        try (var database = bench.database()) {
            bench.admit(database, "SEND_RESULTS,MANAGE_SOURCES");
            var have = 0;
            for (var endpoints : sizes) {
                bench.settle(have, endpoints, false);
                try (var statement = database.createStatement()) {
                    statement.execute("checkpoint"); // of the tables, not of the measurement
                }
                full(endpoints, Math.max(BATCH * 20, endpoints), Integer.MAX_VALUE); // each endpoint is heard of once
                full(endpoints, Integer.MAX_VALUE, have == 0 ? 12 : 4); // until Java has warmed up
                have = endpoints;
                var cpu = bench.houseCpu();
                var base = bench.databaseCpu();
                var own = Bench.ownCpu();
                var began = System.nanoTime();
                var sent = full(endpoints, Integer.MAX_VALUE, seconds);
                var took = (System.nanoTime() - began) / 1e9;
                cpu = bench.houseCpu() - cpu;
                base = bench.databaseCpu() - base;
                own = Bench.ownCpu() - own;
                var copy = copy(database, endpoints);
                var steady = steady(endpoints, 20_000);
                System.out.printf("%,9d %,11.0f %,11.0f %7.2f %,12d %9.0f %9.0f %11.2f %9.2f %11.2f%n", endpoints, sent / took,
                        copy, sent / took / copy, 20_000, steady[steady.length / 2],
                        steady[Math.max(0, steady.length * 99 / 100 - 1)], cpu * 1e5 / sent, base * 1e5 / sent, own * 1e5 / sent);
                kept(database);
                if (System.getenv("VIGIE_BENCH_TOLD") != null) {
                    told(database);
                }
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
            text.append(Bench.host(endpoint)).append("\",\"metric\":\"org.bench.Probe\",\"status\":\"");
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

    void send(byte[] body) throws IOException, InterruptedException {
        var answer = bench.post("/api/v1/results", "application/json", body);
        if (!answer.contains("\"accepted\":" + BATCH)) {
            throw new IOException(answer.substring(0, Math.min(500, answer.length())));
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

    /** What the database says of itself, for who looks for a cause. */
    void told(Connection database) throws Exception {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                        select 'state: ' || n_tup_upd || ' updates, ' || n_tup_hot_upd || ' of them HOT, dead ' || n_dead_tup
                               || ', vacuums ' || autovacuum_count || ', read whole ' || seq_scan || ' times, ' || pg_size_pretty(pg_table_size(relid))
                          from pg_stat_user_tables where schemaname = 'monitor' and relname = 'state'
                        union all
                        select 'checkpoints: ' || num_timed || ' timed, ' || num_requested || ' asked for, wrote '
                               || write_time || ' ms, synced ' || sync_time || ' ms' from pg_stat_checkpointer
                        union all
                        select 'wal: ' || wal_records || ' records, ' || wal_fpi || ' page images, '
                               || pg_size_pretty(wal_bytes) || ', full ' || wal_buffers_full from pg_stat_wal
                        """)) {
            while (row.next()) {
                System.out.println("    " + row.getString(1));
            }
        }
    }
}
