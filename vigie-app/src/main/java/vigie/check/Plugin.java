package vigie.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Runs an executable that keeps the contract of Nagios plugins. It gets a session of its own, so that whatever it starts
 * can be ended with it, also what was handed on to others; and an environment without anything of Vigie's.
 */
@Component
class Plugin {
    /** So much of the output is kept; the rest is read and dropped, so that the plugin does not wait for a reader. */
    static final int KEPT = 64 << 10;

    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Runs it with its arguments; what does not keep the contract is UNKNOWN, and says why. */
    Outcome run(List<String> words, Duration patience) throws InterruptedException {
        var program = Path.of(words.getFirst());
        if (!Files.isExecutable(program) || Files.isDirectory(program)) {
            return Outcome.unknown("plugin %s (expected: an executable file)".formatted(program));
        }
        var mark = UUID.randomUUID().toString();
        try {
            return run(started(words, mark), mark, patience);
        } catch (IOException failed) {
            return Outcome.unknown("plugin %s does not start: %s".formatted(program, failed.getMessage()));
        }
    }

    private static Process started(List<String> words, String mark) throws IOException {
        var all = new ArrayList<String>();
        all.add("setsid");
        all.addAll(words);
        var builder = new ProcessBuilder(all);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put(Offspring.MARK, mark);
        builder.directory(Path.of("/").toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder.start();
    }

    private static Outcome run(Process process, String mark, Duration patience) throws InterruptedException {
        var offspring = new Offspring(process.pid(), mark);
        var out = new Drain(process.getInputStream());
        var err = new Drain(process.getErrorStream());
        try {
            var ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            offspring.end();
            out.await();
            err.await();
            if (!ended) {
                return Outcome.unknown("no answer within %d s; the plugin and all it had started were ended"
                        .formatted(patience.toSeconds()));
            }
            var printed = out.kept().length == 0 ? err.kept() : out.kept();
            return PluginOutput.read(process.exitValue(), printed, out.isCut());
        } finally {
            offspring.end();
            out.close();
            err.close();
        }
    }

    /** Reads one output to its end, keeps the beginning. */
    private static final class Drain {
        private final InputStream in;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread reader;
        private volatile boolean cut;

        Drain(InputStream in) {
            this.in = in;
            this.reader = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            var buffer = new byte[8192];
            try {
                for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    synchronized (kept) {
                        var room = Math.min(count, KEPT - kept.size());
                        kept.write(buffer, 0, room);
                        cut |= room < count;
                    }
                }
            } catch (IOException closed) {
                // whoever held it open was ended
            }
        }

        void await() throws InterruptedException {
            reader.join(GRACE);
        }

        byte[] kept() {
            synchronized (kept) {
                return kept.toByteArray();
            }
        }

        boolean isCut() {
            return cut;
        }

        void close() {
            try {
                in.close();
            } catch (IOException already) {
                // it was closed with the process
            }
        }
    }
}
