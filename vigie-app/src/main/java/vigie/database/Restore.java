package vigie.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;

/** Fills an empty database from a backup: all of it, or nothing. */
record Restore(Path file, Manifest manifest) {
    /** Stands while a restore is on its way, so that a house never opens on half of one. */
    private static final String UNFINISHED = "public.vigie_restore_unfinished";

    /** Everything that can be refused without a database is refused here. */
    static Restore of(Path file) throws IOException {
        BackupFile.mustBeWhole(file);
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(BackupFile.MANIFEST);
            if (entry == null) {
                throw new CopyRefused(
                        "'%s' is no backup (expected: a file written by ./vigie backup).".formatted(file));
            }
            var text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            var manifest = Manifest.of(text);
            Migrations.mustKnow(manifest);
            return new Restore(file, manifest);
        }
    }

    static boolean isUnfinishedIn(DatabaseServer server) throws SQLException {
        try (var connection = server.connections().getConnection()) {
            return new Catalogue(connection).has(UNFINISHED);
        }
    }

    void into(DatabaseServer server) throws IOException, SQLException {
        try (var connection = server.connections().getConnection()) {
            var catalogue = new Catalogue(connection);
            if (catalogue.has(UNFINISHED)) {
                clear(catalogue, List.of("public"));
            }
            mustBeEmpty(catalogue);
            var before = catalogue.schemas();
            catalogue.run("create table %s ()".formatted(UNFINISHED));
            try {
                Migrations.runTo(manifest.rooms(), server.connections());
                connection.setAutoCommit(false);
                load(connection, catalogue);
                catalogue.run("drop table " + UNFINISHED);
                connection.commit();
            } catch (IOException | SQLException | FlywayException | CopyRefused failed) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                clear(catalogue, before);
                throw failed;
            }
        }
    }

    private static void mustBeEmpty(Catalogue catalogue) throws SQLException {
        var tables = catalogue.columnsByTable();
        if (!tables.isEmpty()) {
            throw new CopyRefused(
                    "The database already holds %d tables (expected: an empty one): restore into a new folder with --data, or into a new database. Nothing was restored."
                            .formatted(tables.size()));
        }
    }

    private void load(Connection connection, Catalogue catalogue) throws IOException, SQLException {
        for (var partition : manifest.partitions()) {
            if (!catalogue.has(partition.name())) {
                catalogue.run("create table %s partition of %s %s"
                        .formatted(partition.name(), partition.parent(), partition.bound()));
            }
        }
        var constraints = catalogue.constraints();
        for (var constraint : constraints) {
            catalogue.run(constraint[0]);
        }
        for (var table : catalogue.columnsByTable().keySet()) {
            catalogue.run("truncate " + table);
            catalogue.run("alter table %s disable trigger user".formatted(table));
        }
        try (var zip = new ZipFile(file.toFile())) {
            for (var table : manifest.tables()) {
                loadTable(connection, zip, table);
            }
        }
        for (var table : catalogue.columnsByTable().keySet()) {
            catalogue.run("alter table %s enable trigger user".formatted(table));
        }
        for (var constraint : constraints) {
            catalogue.run(constraint[1]);
        }
        for (var sequence : manifest.sequences()) {
            catalogue.run("select setval('%s', %d, %s)"
                    .formatted(sequence.name().replace("'", "''"), sequence.last(), sequence.called()));
        }
        catalogue.run("analyze");
    }

    private static void loadTable(Connection connection, ZipFile zip, Manifest.Table table)
            throws IOException, SQLException {
        var digest = BackupFile.sha256();
        var entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new CopyRefused("The backup names the table %s and does not hold it.".formatted(table.name()));
        }
        try (var in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            var rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columns()), in, 1 << 16);
            var sum = HexFormat.of().formatHex(digest.digest());
            if (rows != table.rows() || !sum.equals(table.sha256())) {
                throw new CopyRefused(
                        "The table %s has %d rows with checksum %s (expected: %d with %s). Nothing was restored."
                                .formatted(table.name(), rows, sum, table.rows(), table.sha256()));
            }
        }
    }

    private static void clear(Catalogue catalogue, List<String> kept) throws SQLException {
        for (var schema : catalogue.schemas()) {
            if (!kept.contains(schema)) {
                catalogue.run("drop schema %s cascade".formatted(schema));
            }
        }
        for (var table : catalogue.columnsByTable().keySet()) {
            catalogue.run("drop table %s cascade".formatted(table));
        }
    }
}
