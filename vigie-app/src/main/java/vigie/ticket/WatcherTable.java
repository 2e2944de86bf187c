package vigie.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code ticket.watcher}. */
@Component
class WatcherTable {
    private final JdbcClient sql;

    WatcherTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(long ticket, long person, Instant since) {
        sql.sql("""
                insert into ticket.watcher (ticket, person, since) values (:ticket, :person, :since)
                on conflict do nothing
                """)
                .param("ticket", ticket)
                .param("person", person)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(long ticket, long person) {
        sql.sql("delete from ticket.watcher where ticket = :ticket and person = :person")
                .param("ticket", ticket)
                .param("person", person)
                .update();
    }

    /** The numbers of the persons who watch it, in the order in which they began. */
    List<Long> of(long ticket) {
        return sql.sql("select person from ticket.watcher where ticket = :ticket order by since, person")
                .param("ticket", ticket)
                .query(Long.class)
                .list();
    }
}
