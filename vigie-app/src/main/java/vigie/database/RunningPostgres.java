package vigie.database;

import javax.sql.DataSource;

/** Vigie's own server, in the hands of another Vigie that goes on living. */
record RunningPostgres(DataSource connections) implements DatabaseServer {
    @Override
    public void close() {
        // it belongs to the other
    }
}
