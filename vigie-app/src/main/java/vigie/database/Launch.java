package vigie.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** One start of a server, tried again where the way was not yet free. */
record Launch(Cluster cluster, Residents residents) {
    private static final int ATTEMPTS = 5;
    private static final long LOG_LIMIT = 16L << 20;
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    /** Answers once the server takes connections. */
    Process until(int port) throws IOException {
        turnLog();
        for (var attempt = 1; ; attempt++) {
            var before = Files.exists(cluster.log()) ? Files.size(cluster.log()) : 0;
            var process = cluster.launched(port);
            if (isReady(process, port)) {
                return process;
            }
            if (attempt == ATTEMPTS) {
                throw new DatabaseCannotStart("PostgreSQL in %s does not start: %s (all it said is in %s)."
                        .formatted(cluster.folder(), complaint(before), cluster.log()));
            }
            Pause.of(Duration.ofMillis(300L * attempt));
            residents.leave();
        }
    }

    /** After a crash it first replays its log, which may take a while. */
    private boolean isReady(Process process, int port) throws IOException {
        var end = System.nanoTime() + RECOVERY.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (noteSays(port)) {
                return true;
            }
            Pause.of(Duration.ofMillis(20));
        }
        process.destroyForcibly();
        return false;
    }

    private boolean noteSays(int port) throws IOException {
        if (residents.postmaster().isEmpty()) {
            return false;
        }
        var lines = Files.readAllLines(residents.note());
        return lines.size() >= 8
                && lines.get(3).strip().equals(Integer.toString(port))
                && lines.get(7).startsWith("ready");
    }

    private String complaint(long from) throws IOException {
        try (var in = Files.newInputStream(cluster.log())) {
            in.skipNBytes(from);
            var said = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return said.lines()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .findFirst()
                    .or(() -> said.strip().lines().findFirst())
                    .orElse("it said nothing");
        }
    }

    private void turnLog() throws IOException {
        Path log = cluster.log();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
