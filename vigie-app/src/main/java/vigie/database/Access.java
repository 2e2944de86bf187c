package vigie.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/** Where Vigie's own server listens on loopback, and its password; kept in the data folder for its owner alone. */
record Access(int port, String password) {
    static final String USER = "vigie";

    static Access invented() {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return new Access(0, HexFormat.of().formatHex(random));
    }

    static Optional<Access> keptIn(Path data) throws IOException {
        var file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var kept = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        var port = kept.getProperty("port", "");
        var password = kept.getProperty("password", "");
        return port.matches("[0-9]{1,5}") && !password.isEmpty()
                ? Optional.of(new Access(Integer.parseInt(port), password))
                : Optional.empty();
    }

    Access at(int otherPort) {
        return new Access(otherPort, password);
    }

    Access keepIn(Path data) throws IOException {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(data, "database", ".tmp", onlyOwner);
        Files.writeString(fresh, "port=%d%npassword=%s%n".formatted(port, password));
        Files.move(fresh, file(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return this;
    }

    PGSimpleDataSource to(String database) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(USER);
        source.setPassword(password);
        source.setSslMode("disable");
        source.setConnectTimeout(10);
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("vigie");
        return source;
    }

    private static Path file(Path data) {
        return data.resolve("database.properties");
    }
}
