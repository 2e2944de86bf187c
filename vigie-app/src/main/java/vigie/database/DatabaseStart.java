package vigie.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.core.env.PropertyResolver;

/** A start of the database that is under way: the user's where {@code VIGIE_DATABASE_URL} names it, Vigie's own otherwise. */
final class DatabaseStart extends FutureTask<DatabaseServer> {
    private boolean taken;

    private DatabaseStart(PropertyResolver settings) {
        super(() -> begun(settings));
    }

    static DatabaseStart as(PropertyResolver settings) {
        return new DatabaseStart(settings);
    }

    /** The server once it answers; who takes it closes it. */
    DatabaseServer server() throws IOException, SQLException {
        try {
            var server = get();
            taken = true;
            return server;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new DatabaseCannotStart("Interrupted while waiting for the database.", told);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unread) {
                throw unread;
            }
            if (failed.getCause() instanceof SQLException unanswered) {
                throw unanswered;
            }
            throw failed.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(failed);
        }
    }

    /** Where the house gave up before it needed the database, none is left running. */
    void close() {
        if (!taken) {
            try {
                get().close();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException neverStarted) {
                // then there is none to close
            }
        }
    }

    static DatabaseServer at(Path data, String programs, String url, String user, String password) {
        return url.isBlank()
                ? OwnPostgres.start(data, programs.isBlank() ? null : Path.of(programs))
                : UsersPostgres.at(url, user, password);
    }

    private static DatabaseServer begun(PropertyResolver settings) throws IOException, SQLException {
        var data = Path.of(settings.getProperty("vigie.data", "data/vigie"));
        var url = settings.getProperty("vigie.database.url", "");
        if (url.isBlank() && settings.getProperty("vigie.reset", Boolean.class, false)) {
            OwnPostgres.forget(data);
        }
        var server = at(
                data,
                settings.getProperty("vigie.database.programs", ""),
                url,
                settings.getProperty("vigie.database.user", ""),
                settings.getProperty("vigie.database.password", ""));
        if (Restore.isUnfinishedIn(server)) {
            server.close();
            throw new DatabaseCannotStart(
                    "A restore into this database was cut short: run ./vigie restore FILE again.");
        }
        return server;
    }
}
