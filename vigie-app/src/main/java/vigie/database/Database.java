package vigie.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the one database: the user's where {@code VIGIE_DATABASE_URL} names it, Vigie's own otherwise. */
@Configuration(proxyBeanMethods = false)
class Database {

    @Bean
    DatabaseServer databaseServer(
            @Value("${vigie.data:data/vigie}") Path data,
            @Value("${vigie.database.url:}") String url,
            @Value("${vigie.database.user:}") String user,
            @Value("${vigie.database.password:}") String password,
            @Value("${vigie.reset:false}") boolean anew)
            throws IOException, SQLException {
        if (anew && url.isBlank()) {
            OwnPostgres.forget(data);
        }
        var server = server(data, url, user, password);
        if (Restore.isUnfinishedIn(server)) {
            server.close();
            throw new DatabaseCannotStart(
                    "A restore into this database was cut short: run ./vigie restore FILE again.");
        }
        return server;
    }

    static DatabaseServer server(Path data, String url, String user, String password) {
        return url.isBlank() ? OwnPostgres.start(data) : UsersPostgres.at(url, user, password);
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server, @Value("${vigie.database.pool:10}") int size) {
        var pool = new HikariConfig();
        pool.setPoolName("vigie");
        pool.setDataSource(server.connections());
        pool.setMaximumPoolSize(size);
        return new HikariDataSource(pool);
    }
}
