package vigie.database;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** {@code backup FILE} and {@code restore FILE}: done on the bare database, without opening the house. */
public final class Commands {
    private final StandardEnvironment settings = new StandardEnvironment();
    private final String[] arguments;
    private final PrintStream out;

    Commands(String[] arguments, PrintStream out) {
        this.arguments = arguments.clone();
        this.out = out;
    }

    /** Ends the program with 1 where the command is refused; false where the first word is no such command. */
    public static boolean runIfCommand(String... arguments) {
        if (arguments.length == 0 || !(arguments[0].equals("backup") || arguments[0].equals("restore"))) {
            return false;
        }
        quietly();
        var refusal = new Commands(arguments, System.out).run();
        refusal.ifPresent(why -> {
            System.err.println("vigie " + arguments[0] + ": " + why);
            System.exit(1);
        });
        return true;
    }

    /** The refusal in one line; empty where all went well. */
    Optional<String> run() {
        try {
            var words = Arrays.stream(arguments)
                    .filter(word -> !word.startsWith("--"))
                    .toList();
            if (words.size() != 2) {
                return Optional.of("expected one file: ./vigie %s FILE".formatted(arguments[0]));
            }
            var file = Path.of(words.get(1));
            if (words.getFirst().equals("backup")) {
                backup(file);
            } else {
                restore(file);
            }
            return Optional.empty();
        } catch (DatabaseCannotStart | CopyRefused | FlywayException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } catch (IOException | SQLException failed) {
            return Optional.of("failed, and nothing was changed: " + failed);
        }
    }

    private void backup(Path file) throws IOException, SQLException {
        try (var server = toRead()) {
            var manifest = Backup.write(server, file);
            out.printf(
                    "%d rows of %d tables are in %s.%n",
                    manifest.rows(), manifest.tables().size(), file);
        }
    }

    private void restore(Path file) throws IOException, SQLException {
        var restore = Restore.of(file);
        try (var server =
                DatabaseStart.at(data(), setting("programs"), setting("url"), setting("user"), setting("password"))) {
            restore.into(server);
            out.printf(
                    "%d rows of %d tables are back from %s.%n",
                    restore.manifest().rows(), restore.manifest().tables().size(), file);
        }
    }

    private DatabaseServer toRead() throws IOException {
        return setting("url").isBlank()
                ? OwnPostgres.runningOrStarted(data())
                : UsersPostgres.at(setting("url"), setting("user"), setting("password"));
    }

    private Path data() {
        return Path.of(given("vigie.data", "data/vigie"));
    }

    private String setting(String name) {
        return given("vigie.database." + name, "");
    }

    /** As Spring reads them: the command line first, then the environment. */
    private String given(String name, String otherwise) {
        var start = "--" + name + "=";
        return Arrays.stream(arguments)
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()))
                .findFirst()
                .orElseGet(() -> settings.getProperty(name, otherwise));
    }

    private static void quietly() {
        var logging = LoggingSystem.get(Commands.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
}
