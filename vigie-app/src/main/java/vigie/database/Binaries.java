package vigie.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The programs of one PostgreSQL build, unpacked once per version. */
record Binaries(Path home) {
    private static final long ROOM_NEEDED = 300L << 20;

    /** The archive for this machine that came with Vigie. */
    static URL archive() {
        var system = System.getProperty("os.name", "?");
        var name = switch (System.getProperty("os.arch", "?").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64" -> "postgres-linux-arm_64.txz";
            default -> "none";
        };
        var found = Binaries.class.getClassLoader().getResource(name);
        if (!system.equals("Linux") || found == null) {
            throw new DatabaseCannotStart(
                    "Vigie brings a PostgreSQL for Linux on amd64 and arm64, not for %s on %s: set VIGIE_DATABASE_URL to a PostgreSQL 15 or later."
                            .formatted(system, System.getProperty("os.arch")));
        }
        return found;
    }

    /** Linked from where they lie unpacked already, where that is said; each data folder keeps its own. */
    static Binaries in(Path data, URL archive, @Nullable Path shared) throws IOException {
        var name = "postgres-" + version(archive);
        if (shared == null || Files.isDirectory(data.resolve(name))) {
            return unpacked(archive, data);
        }
        return new Binaries(Links.to(unpacked(archive, shared).home(), data.resolve(name)));
    }

    /** Half an unpacking, after a crash, is never taken for a whole one. */
    static Binaries unpacked(URL archive, Path under) throws IOException {
        var home = under.resolve("postgres-" + version(archive));
        if (Files.isDirectory(home)) {
            return new Binaries(home);
        }
        Files.createDirectories(under);
        var room = Files.getFileStore(under).getUsableSpace();
        if (room < ROOM_NEEDED) {
            throw new DatabaseCannotStart(
                    "%s has %d MiB free (expected: at least %d): make room, or choose another folder with --data."
                            .formatted(under, room >> 20, ROOM_NEEDED >> 20));
        }
        var fresh = Files.createTempDirectory(under, "unpacking");
        try (var in = archive.openStream()) {
            TarXz.unpack(in, fresh);
        }
        openToAll(fresh);
        try {
            Files.move(fresh, home);
        } catch (FileSystemException another) {
            if (!Files.isDirectory(home)) {
                throw another;
            }
            delete(fresh);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String version(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Integer.toHexString(archive.toString().hashCode());
    }

    /** The server runs under another account than root, which has to read its programs. */
    private static void openToAll(Path fresh) throws IOException {
        try (var all = Files.walk(fresh)) {
            all.filter(path -> !Files.isSymbolicLink(path)).forEach(Binaries::openToAllOne);
        }
    }

    private static void openToAllOne(Path path) {
        try {
            var rights = Files.getPosixFilePermissions(path);
            rights.addAll(PosixFilePermissions.fromString(Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--"));
            Files.setPosixFilePermissions(path, rights);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
