package vigie.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL 15 or later that the user runs; Vigie neither starts nor stops it. */
record UsersPostgres(PGSimpleDataSource source) implements DatabaseServer {
    private static final int OLDEST = 15;
    private static final String FORM =
            "postgres://user:password@host:5432/database or jdbc:postgresql://host:5432/database";

    static UsersPostgres at(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        var jdbc = url.startsWith("jdbc:") ? url : jdbc(url, source);
        source.setUrl(jdbc);
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("vigie");
        if (!user.isEmpty()) {
            source.setUser(user);
        }
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
        mustBeRecent(source);
        return new UsersPostgres(source);
    }

    @Override
    public DataSource connections() {
        return source;
    }

    @Override
    public void close() {
        // it was there before Vigie and stays after
    }

    private static String jdbc(String url, PGSimpleDataSource source) {
        var parsed = URI.create(url.strip());
        var scheme = parsed.getScheme();
        if (parsed.getHost() == null || !("postgres".equals(scheme) || "postgresql".equals(scheme))) {
            throw new DatabaseCannotStart("VIGIE_DATABASE_URL is not understood (expected: " + FORM + ").");
        }
        var who = parsed.getRawUserInfo();
        if (who != null) {
            var parts = who.split(":", 2);
            source.setUser(decoded(parts[0]));
            source.setPassword(parts.length > 1 ? decoded(parts[1]) : null);
        }
        return "jdbc:postgresql://%s%s%s%s"
                .formatted(
                        parsed.getHost(),
                        parsed.getPort() < 0 ? "" : ":" + parsed.getPort(),
                        parsed.getRawPath(),
                        parsed.getRawQuery() == null ? "" : "?" + parsed.getRawQuery());
    }

    private static void mustBeRecent(PGSimpleDataSource source) {
        try (var connection = source.getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new DatabaseCannotStart("The database at %s is PostgreSQL %d (expected: %d or later)."
                        .formatted(place(source), version, OLDEST));
            }
        } catch (SQLException failed) {
            throw new DatabaseCannotStart(
                    "The database at %s does not answer: %s (check VIGIE_DATABASE_URL, VIGIE_DATABASE_USER and VIGIE_DATABASE_PASSWORD)."
                            .formatted(place(source), failed.getMessage()),
                    failed);
        }
    }

    private static String place(PGSimpleDataSource source) {
        var hosts = source.getServerNames();
        @Nullable String database = source.getDatabaseName();
        return String.join(",", hosts) + "/" + database;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
