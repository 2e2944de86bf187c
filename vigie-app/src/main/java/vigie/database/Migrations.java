package vigie.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The rooms' migrations: one folder and one history table per room. The root comes first; of the rest none needs
 * another, since no key crosses schemas.
 */
@Component
final class Migrations implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    static final String HISTORY = "public.flyway_schema_history";
    private static final String ROOT = "__root";
    private static final String FOLDER = "db/migration/";

    @Override
    public void migrate(Flyway house) {
        try {
            for (var room : newest().keySet()) {
                var settings =
                        Flyway.configure(Migrations.class.getClassLoader()).configuration(house.getConfiguration());
                var result = inRoom(settings, room).load().migrate();
                if (result.migrationsExecuted > 0) {
                    LOG.info("{}: {} steps, now at {}", room, result.migrationsExecuted, result.targetSchemaVersion);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String room(String historyTable) {
        return historyTable.equals(HISTORY) ? ROOT : historyTable.substring(HISTORY.length() + 1);
    }

    /** A step that this Vigie does not know was made by a newer one; a room, by that or by the demonstration. */
    static void mustKnow(Manifest manifest) throws IOException {
        var known = newest();
        manifest.rooms().forEach((room, version) -> {
            var here = known.get(room);
            if (version.equals("0")) {
                return;
            }
            if (here == null) {
                throw new CopyRefused(
                        "The backup was made by Vigie %s and holds the room '%s', which this one does not have (expected: %s): it comes from the demonstration or from a newer Vigie. Nothing was restored."
                                .formatted(manifest.vigie(), room, String.join(", ", known.keySet())));
            }
            if (MigrationVersion.fromVersion(version).compareTo(here) > 0) {
                throw new CopyRefused(
                        "The backup was made by Vigie %s, which is newer than this one: its '%s' is at step %s (here: %s). Nothing was restored."
                                .formatted(manifest.vigie(), room, version, here));
            }
        });
    }

    /** Makes the tables as they were when the backup was made; later steps run at the next start, on the real rows. */
    static void runTo(Map<String, String> rooms, DataSource database) {
        rooms.forEach((room, version) -> {
            if (!version.equals("0")) {
                inRoom(Flyway.configure(Migrations.class.getClassLoader()).dataSource(database), room)
                        .target(version)
                        .load()
                        .migrate();
            }
        });
    }

    private static FluentConfiguration inRoom(FluentConfiguration plan, String room) {
        return plan.locations("classpath:" + FOLDER + room)
                .table(room.equals(ROOT) ? "flyway_schema_history" : "flyway_schema_history_" + room)
                .baselineVersion("0")
                .baselineOnMigrate(true);
    }

    private static Map<String, MigrationVersion> newest() throws IOException {
        var newest = new TreeMap<String, MigrationVersion>();
        var scripts = new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader())
                .getResources("classpath*:" + FOLDER + "*/V*__*.sql");
        for (var script : scripts) {
            var path = script.getURL().toString();
            var words =
                    path.substring(path.lastIndexOf(FOLDER) + FOLDER.length()).split("/", 2);
            var version = MigrationVersion.fromVersion(words[1].substring(1, words[1].indexOf("__")));
            newest.merge(words[0], version, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return newest;
    }
}
