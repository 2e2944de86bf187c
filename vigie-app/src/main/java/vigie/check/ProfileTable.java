package vigie.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code check.profile}. */
@Component
class ProfileTable {
    private final JdbcClient sql;

    ProfileTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Profile> all() {
        return sql.sql("select * from \"check\".profile order by type, metric")
                .query(ProfileTable::profile)
                .list();
    }

    Optional<Profile> find(long id) {
        return sql.sql("select * from \"check\".profile where id = :id")
                .param("id", id)
                .query(ProfileTable::profile)
                .optional();
    }

    long add(Profile profile) {
        return bound("""
                insert into "check".profile (type, metric, command, every, again, attempts, patience, running, lasts)
                values (:type, :metric, :command, :every, :again, :attempts, :patience, :running, :lasts) returning id
                """, profile).query(Long.class).single();
    }

    void update(Profile profile) {
        bound("""
                update "check".profile
                   set type = :type, metric = :metric, command = :command, every = :every, again = :again,
                       attempts = :attempts, patience = :patience, running = :running, lasts = :lasts
                 where id = :id
                """, profile).param("id", profile.id()).update();
    }

    void remove(long id) {
        sql.sql("delete from \"check\".profile where id = :id").param("id", id).update();
    }

    private JdbcClient.StatementSpec bound(String statement, Profile profile) {
        return sql.sql(statement)
                .param("type", profile.type())
                .param("metric", profile.metric())
                .param("command", profile.command())
                .param("every", (int) profile.every().toSeconds())
                .param("again", (int) profile.again().toSeconds())
                .param("attempts", profile.attempts())
                .param("patience", (int) profile.patience().toSeconds())
                .param("running", profile.running())
                .param("lasts", (int) profile.lasts().toSeconds());
    }

    private static Profile profile(ResultSet row, int index) throws SQLException {
        return new Profile(
                row.getLong("id"),
                row.getString("type"),
                row.getString("metric"),
                row.getString("command"),
                Duration.ofSeconds(row.getInt("every")),
                Duration.ofSeconds(row.getInt("again")),
                row.getInt("attempts"),
                Duration.ofSeconds(row.getInt("patience")),
                row.getBoolean("running"),
                Duration.ofSeconds(row.getInt("lasts")));
    }
}
