package vigie.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one database, and the connections that all rooms share. */
@Configuration(proxyBeanMethods = false)
class Database {

    @Bean
    DatabaseServer databaseServer(DatabaseStart start) throws IOException, SQLException {
        return start.server();
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
