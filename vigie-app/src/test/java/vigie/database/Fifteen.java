package vigie.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Puts a house on PostgreSQL 15, the oldest that it takes, as on a server of the user's own: one server for the whole
 * run, a new database for each house.
 */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the database starts
public final class Fifteen implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger HOUSES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        settings().applyTo(context);
    }

    /** All houses of the run, where {@code VIGIE_TEST_DATABASE} or {@code -Dvigie.test.database} is 15. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public static final class WhereWanted implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var wanted = context.getEnvironment().getProperty("vigie.test.database", "18");
            switch (wanted) {
                case "15" -> settings().applyTo(context);
                case "18" -> {}
                default ->
                    throw new IllegalArgumentException(
                            "VIGIE_TEST_DATABASE is '%s' (expected: 15 or 18)".formatted(wanted));
            }
        }
    }

    private static TestPropertyValues settings() {
        var name = "house" + HOUSES.incrementAndGet();
        try (var connection = Running.SERVER.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0");
            var access = Access.keptIn(Running.FOLDER).orElseThrow();
            return TestPropertyValues.of(
                    "vigie.database.url=jdbc:postgresql://127.0.0.1:%d/%s".formatted(access.port(), name),
                    "vigie.database.user=" + Access.USER,
                    "vigie.database.password=" + access.password());
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Started when it is first wanted, stopped when the tests end. */
    private static final class Running {
        static final Path FOLDER;
        static final OwnPostgres SERVER;

        static {
            try {
                FOLDER = Servers.folder("fifteen-" + ProcessHandle.current().pid());
                SERVER = OwnPostgres.start(FOLDER, null, Servers.fifteen(), "pg15");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
