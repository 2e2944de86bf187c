package vigie.database;

import javax.sql.DataSource;

/** A PostgreSQL that answers, until it is closed. */
sealed interface DatabaseServer extends AutoCloseable permits OwnPostgres, RunningPostgres, UsersPostgres {
    /** New connections, not pooled. */
    DataSource connections();

    @Override
    void close();
}
