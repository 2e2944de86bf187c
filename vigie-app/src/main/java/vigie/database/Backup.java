package vigie.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes every row as it was at one moment, while the house goes on working. */
final class Backup {
    private final Connection connection;
    private final CopyManager copier;

    private Backup(Connection connection) throws SQLException {
        this.connection = connection;
        this.copier = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Writes the file whole or not at all; never over another. */
    static Manifest write(DatabaseServer server, Path file) throws IOException, SQLException {
        var target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new CopyRefused("'%s' exists already (expected: a new file).".formatted(file));
        }
        var folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CopyRefused("'%s' is in no folder (expected: an existing folder).".formatted(file));
        }
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(folder, ".vigie-backup", ".tmp", onlyOwner);
        try (var connection = server.connections().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            var manifest = new Backup(connection).writeAll(fresh);
            connection.rollback();
            BackupFile.seal(fresh);
            Files.createLink(target, fresh);
            return manifest;
        } catch (FileAlreadyExistsException meanwhile) {
            throw new CopyRefused("'%s' exists already (expected: a new file).".formatted(file));
        } finally {
            Files.delete(fresh);
        }
    }

    private Manifest writeAll(Path file) throws IOException, SQLException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            zip.setComment(BackupFile.UNSEALED);
            var catalogue = new Catalogue(connection);
            catalogue.run("set datestyle = 'ISO, YMD'");
            catalogue.run("set extra_float_digits = 1");
            var tables = new ArrayList<Manifest.Table>();
            for (var table : catalogue.columnsByTable().entrySet()) {
                tables.add(writeTable(zip, table.getKey(), table.getValue()));
            }
            var manifest = new Manifest(
                    version(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    catalogue.rooms(),
                    catalogue.partitions(),
                    tables,
                    catalogue.sequences());
            zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
            zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return manifest;
        }
    }

    private Manifest.Table writeTable(ZipOutputStream zip, String name, String columns)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(new Manifest.Table(name, columns, 0, "").entry()));
        var digest = BackupFile.sha256();
        var out = new DigestOutputStream(new Open(zip), digest);
        var rows = copier.copyOut("copy (select %s from %s) to stdout".formatted(columns, name), out);
        zip.closeEntry();
        return new Manifest.Table(name, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static String version() {
        var version = Backup.class.getPackage().getImplementationVersion();
        return version == null ? "of a developer" : version;
    }

    /** One entry ends, the zip goes on. */
    private static final class Open extends OutputStream {
        private final OutputStream zip;

        Open(OutputStream zip) {
            this.zip = zip;
        }

        @Override
        public void write(int one) throws IOException {
            zip.write(one);
        }

        @Override
        public void write(byte[] part, int from, int length) throws IOException {
            zip.write(part, from, length);
        }
    }
}
