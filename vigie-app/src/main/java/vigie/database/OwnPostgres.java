package vigie.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vigie's own PostgreSQL: unpacked, made, started, watched and stopped by Vigie. It listens on loopback only, asks for a
 * password, and what it has confirmed is on the disk. When its process dies it is started again.
 */
final class OwnPostgres implements DatabaseServer {
    private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);
    private static final String DATABASE = "vigie";
    private static final String FOLDER = "pg18";

    private final Cluster cluster;
    private final FolderLock folderLock;
    private final Residents residents;
    private final Access access;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closing;
    private volatile Process process;

    /** Vigie's own, of the version it comes with, in the data folder. */
    static OwnPostgres start(Path data) {
        return start(data, null);
    }

    /** The same, where its programs may lie unpacked in a folder that several data folders share. */
    static OwnPostgres start(Path data, @Nullable Path programs) {
        return start(data, programs, Binaries.archive(), FOLDER);
    }

    /** The server of a data folder that exists, for as long as one reads from it. */
    static DatabaseServer runningOrStarted(Path data) throws IOException {
        if (!Files.isDirectory(data.resolve(FOLDER))) {
            throw new CopyRefused("'%s' holds no database (expected: the data folder of a Vigie, given with --data)."
                    .formatted(data));
        }
        var access = Access.keptIn(data);
        return access.isPresent() && FolderLock.isHeldOn(data)
                ? new RunningPostgres(access.get().to(DATABASE))
                : start(data);
    }

    /** Throws away all rows of a data folder that no living Vigie uses. */
    static void forget(Path data) throws IOException {
        if (!Files.isDirectory(data.resolve(FOLDER))) {
            return;
        }
        var folder = data.toRealPath();
        var lock = FolderLock.on(folder, Duration.ofSeconds(20));
        try {
            new Residents(folder.resolve(FOLDER)).leave();
            Binaries.delete(folder.resolve(FOLDER));
        } finally {
            lock.close();
        }
    }

    static OwnPostgres start(Path data, @Nullable Path programs, URL archive, String name) {
        try {
            Files.createDirectories(data);
            var folder = data.toRealPath();
            var lock = FolderLock.on(folder, Duration.ofSeconds(20));
            try {
                var binaries = Binaries.in(folder, archive, programs);
                var account = Account.ableToReach(Path.of(binaries.program("postgres")), folder);
                return new OwnPostgres(new Cluster(folder, name, binaries, account), lock);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (AccessDeniedException denied) {
            throw new DatabaseCannotStart(
                    "%s may not be written by this user: change its owner, or choose another folder with --data."
                            .formatted(denied.getFile()),
                    denied);
        } catch (IOException failed) {
            throw new DatabaseCannotStart(
                    "The database in %s does not start: %s. Choose another folder with --data, or set VIGIE_DATABASE_URL."
                            .formatted(data, failed.getMessage()),
                    failed);
        }
    }

    private OwnPostgres(Cluster cluster, FolderLock folderLock) throws IOException {
        this.cluster = cluster;
        this.folderLock = folderLock;
        this.residents = new Residents(cluster.folder());
        residents.leave();
        var made = cluster.made();
        var port = FreePort.preferring(made.port());
        this.access = port == made.port() ? made : made.at(port).keepIn(cluster.data());
        this.process = new Launch(cluster, residents).until(access.port());
        makeDatabase();
        Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
    }

    @Override
    public DataSource connections() {
        return access.to(DATABASE);
    }

    int port() {
        return access.port();
    }

    @Override
    public void close() {
        closing = true;
        turn.lock();
        try {
            residents.leave();
            folderLock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            turn.unlock();
        }
    }

    private void makeDatabase() throws IOException {
        try (var connection = access.to("postgres").getConnection();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.executeUpdate("create database " + DATABASE);
        } catch (SQLException failed) {
            residents.leave();
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private void watch() {
        while (!closing) {
            process.onExit().join();
            turn.lock();
            try {
                if (!closing) {
                    startAgain();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    private void startAgain() {
        log.warn("The database process ended by itself; it is started again.");
        try {
            residents.leave();
            process = new Launch(cluster, residents).until(access.port());
            log.info("The database answers again on port {}.", access.port());
        } catch (IOException | DatabaseCannotStart failed) {
            log.error("The database does not start again: {} Next attempt in 5 s.", failed.getMessage());
            Pause.of(Duration.ofSeconds(5));
        }
    }
}
