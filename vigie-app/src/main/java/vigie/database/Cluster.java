package vigie.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The files of one PostgreSQL, in a folder named by its major version, so that the next one finds them and moves them. */
record Cluster(Path data, String name, Binaries binaries, Account account) {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=128MB",
            "max_connections=40",
            "max_wal_size=2GB",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            "log_min_error_statement=panic");

    Path folder() {
        return data.resolve(name);
    }

    Path log() {
        return data.resolve("postgres.log");
    }

    /** Made whole or not at all: a crash half-way leaves nothing that looks like a cluster. */
    Access made() throws IOException {
        var kept = Access.keptIn(data);
        var access = kept.isPresent() ? kept.get() : Access.invented().keepIn(data);
        if (!Files.isDirectory(folder())) {
            clearHalves();
            make(access);
        } else {
            account.own(folder());
            if (kept.isEmpty()) {
                setPassword(access);
            }
        }
        return access;
    }

    /** Loopback only, and nothing is confirmed before it is on the disk. */
    Process launched(int port) throws IOException {
        var words = new ArrayList<>(List.of(binaries.program("postgres"), "-D", folder().toString()));
        for (var setting : SETTINGS) {
            words.addAll(List.of("-c", setting));
        }
        words.addAll(List.of("-c", "port=" + port));
        return account.command(words.toArray(String[]::new)).leaveRunning(log());
    }

    private void make(Access access) throws IOException {
        var fresh = Files.createTempDirectory(data, name + ".new");
        var secret = Files.createTempFile(
                data,
                "secret",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(secret, access.password());
            account.own(fresh);
            account.own(secret);
            var words = new ArrayList<>(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + fresh,
                    "--username=" + Access.USER,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--data-checksums",
                    "--no-instructions"));
            if (!name.equals("pg15")) {
                // upper and lower case of every script, whatever the machine's own locales are
                words.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            }
            account.command(words.toArray(String[]::new)).mustSucceed();
        } finally {
            Files.delete(secret);
        }
        Files.move(fresh, folder());
    }

    /** The password was lost with its file: the owner of the folder may set another one. */
    private void setPassword(Access access) throws IOException {
        account.command(binaries.program("postgres"), "--single", "-D", folder().toString(), "postgres")
                .mustSucceed("alter role %s password '%s'\n".formatted(Access.USER, access.password()));
    }

    private void clearHalves() throws IOException {
        List<Path> halves;
        try (var all = Files.list(data)) {
            halves = all.filter(path -> path.getFileName().toString().startsWith(name + ".new"))
                    .toList();
        }
        for (var half : halves) {
            new Residents(half).all().forEach(ProcessHandle::destroyForcibly);
            Binaries.delete(half);
        }
    }
}
