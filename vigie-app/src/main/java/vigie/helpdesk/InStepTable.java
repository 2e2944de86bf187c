package vigie.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code helpdesk.link}. */
@Component
class InStepTable {
    private final JdbcClient sql;

    InStepTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Link> there(String desk, long foreignId) {
        return sql.sql("select * from helpdesk.link where desk = :desk and foreign_id = :id")
                .param("desk", desk)
                .param("id", foreignId)
                .query(InStepTable::link)
                .optional();
    }

    Optional<Link> here(String desk, long ticket) {
        return sql.sql("select * from helpdesk.link where desk = :desk and ticket = :ticket")
                .param("desk", desk)
                .param("ticket", ticket)
                .query(InStepTable::link)
                .optional();
    }

    List<Link> all(String desk) {
        return sql.sql("select * from helpdesk.link where desk = :desk order by ticket")
                .param("desk", desk)
                .query(InStepTable::link)
                .list();
    }

    long count(String desk) {
        return sql.sql("select count(*) from helpdesk.link where desk = :desk")
                .param("desk", desk)
                .query(Long.class)
                .single();
    }

    /** Keeps it, whether it is new or not. */
    void put(String desk, Link link) {
        sql.sql("""
                insert into helpdesk.link (desk, ticket, foreign_id, number, ours, our_state, their_state, our_priority,
                    their_priority, their_updated, entry_mark)
                values (:desk, :ticket, :foreign, :number, :ours, :ourState, :theirState, :ourPriority, :theirPriority,
                    :updated, :mark)
                on conflict (desk, ticket) do update set our_state = :ourState, their_state = :theirState,
                    our_priority = :ourPriority, their_priority = :theirPriority, their_updated = :updated,
                    entry_mark = :mark
                """)
                .param("desk", desk)
                .param("ticket", link.ticket())
                .param("foreign", link.foreignId())
                .param("number", link.number())
                .param("ours", link.ours())
                .param("ourState", link.ourState())
                .param("theirState", link.theirState())
                .param("ourPriority", link.ourPriority())
                .param("theirPriority", link.theirPriority())
                .param("updated", link.theirUpdated())
                .param("mark", link.entryMark())
                .update();
    }

    private static Link link(ResultSet row, int index) throws SQLException {
        return new Link(
                row.getLong("ticket"),
                row.getLong("foreign_id"),
                row.getString("number"),
                row.getBoolean("ours"),
                row.getString("our_state"),
                row.getString("their_state"),
                row.getString("our_priority"),
                row.getString("their_priority"),
                row.getString("their_updated"),
                row.getLong("entry_mark"));
    }
}
