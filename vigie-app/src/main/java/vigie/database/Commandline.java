package vigie.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One program to run to its end, or to leave running; untouched by PostgreSQL variables of the user's shell. */
record Commandline(List<String> words) {

    static Commandline of(String... words) {
        return new Commandline(List.of(words));
    }

    boolean succeeds() throws IOException {
        return output().isPresent();
    }

    /** What it printed; empty where it is absent or ended badly. */
    Optional<String> output() throws IOException {
        try {
            var process = builder().redirectErrorStream(true).start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return ended(process) == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    void mustSucceed() throws IOException {
        mustSucceed("");
    }

    /** Hands the text to its standard input. */
    void mustSucceed(String input) throws IOException {
        var process = builder().redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (ended(process) != 0) {
            throw new DatabaseCannotStart("%s failed: %s: set VIGIE_DATABASE_URL where this machine cannot run it."
                    .formatted(words.getFirst(), lastWords(text)));
        }
    }

    /** Leaves it running in a session of its own, so that Ctrl-C in the terminal reaches Vigie first. */
    Process leaveRunning(Path log) throws IOException {
        var apart = new ArrayList<String>();
        if (of("setsid", "true").succeeds()) {
            apart.add("setsid");
        }
        apart.addAll(words);
        return new Commandline(apart)
                .builder()
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static int ended(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program ran", interrupted);
        }
    }

    private static String lastWords(String text) {
        return text.strip().lines().reduce((before, last) -> last).orElse("no message");
    }
}
