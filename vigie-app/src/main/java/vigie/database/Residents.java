package vigie.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The processes that live in a cluster's folder: a postmaster and its children all have it as working directory. After a
 * {@code kill -9} of Vigie or of the postmaster, some may still be there; two postmasters must never share a folder.
 */
record Residents(Path cluster) {
    private static final Path PROCESSES = Path.of("/proc");

    /** Ends whoever is there, politely first, and clears a note left by a process that is gone. */
    void leave() throws IOException {
        postmaster().ifPresent(server -> signal(server, "INT"));
        if (!areGoneWithin(Duration.ofSeconds(20))) {
            all().forEach(one -> signal(one, "QUIT"));
            if (!areGoneWithin(Duration.ofSeconds(5))) {
                all().forEach(ProcessHandle::destroyForcibly);
                if (!areGoneWithin(Duration.ofSeconds(10))) {
                    throw new DatabaseCannotStart(
                            "%s is still used by process %d: end it, or choose another folder with --data."
                                    .formatted(cluster, all().getFirst().pid()));
                }
            }
        }
        clearForeignNote();
    }

    /** The server that wrote its process id here, where it lives. */
    Optional<ProcessHandle> postmaster() throws IOException {
        return noted().filter(this::livesHere);
    }

    List<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::livesHere).toList();
    }

    boolean areGoneWithin(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (!all().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.of(Duration.ofMillis(50));
        }
        return true;
    }

    static void signal(ProcessHandle process, String name) {
        try {
            // Java itself can send TERM and KILL only; TERM would wait for every client to go by itself
            Commandline.of("/bin/sh", "-c", "kill -%s %d".formatted(name, process.pid()))
                    .succeeds();
        } catch (IOException unreachable) {
            process.destroy();
        }
    }

    /** After a reboot the id in the note may be another program's; PostgreSQL itself would then refuse for ever. */
    private void clearForeignNote() throws IOException {
        var other = noted();
        if (other.isPresent() && !livesHere(other.get()) && !isPostgres(other.get())) {
            Files.deleteIfExists(note());
        }
    }

    private Optional<ProcessHandle> noted() throws IOException {
        if (!Files.exists(note())) {
            return Optional.empty();
        }
        var first = Files.readAllLines(note()).stream().findFirst().orElse("");
        return first.matches("[0-9]{1,9}") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
    }

    Path note() {
        return cluster.resolve("postmaster.pid");
    }

    private boolean livesHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(of(process).resolve("cwd")).equals(cluster);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        try {
            return Files.readString(of(process).resolve("comm")).startsWith("postgres");
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path of(ProcessHandle process) {
        return PROCESSES.resolve(Long.toString(process.pid()));
    }
}
