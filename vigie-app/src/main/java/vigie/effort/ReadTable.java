package vigie.effort;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code effort.read}: up to which line the journal was read. */
@Component
class ReadTable {
    private final JdbcClient sql;

    ReadTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The line; held until the transaction ends, so that two readers take turns. */
    long upTo() {
        return sql.sql("select deed from effort.read for update")
                .query(Long.class)
                .single();
    }

    void upTo(long deed) {
        sql.sql("update effort.read set deed = :deed").param("deed", deed).update();
    }
}
