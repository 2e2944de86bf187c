package vigie.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code ticket.bond}. */
@Component
class BondTable {
    private final JdbcClient sql;

    BondTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Bond bond) {
        sql.sql("""
                insert into ticket.bond (ticket, other, kind, was, at, who, reason)
                values (:ticket, :other, :kind, :was, :at, :who, :reason)
                """)
                .param("ticket", bond.ticket())
                .param("other", bond.other())
                .param("kind", bond.kind().name())
                .param("was", bond.was().name())
                .param("at", bond.at().atOffset(ZoneOffset.UTC))
                .param("who", bond.who())
                .param("reason", bond.reason())
                .update();
    }

    void end(long id, Instant now) {
        sql.sql("update ticket.bond set ended = :now where id = :id and ended is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    Optional<Bond> find(long id) {
        return sql.sql("select * from ticket.bond where id = :id and ended is null")
                .param("id", id)
                .query(BondTable::bond)
                .optional();
    }

    /** What a ticket is bound to by this kind. */
    Optional<Bond> of(long ticket, Bond.Kind kind) {
        return sql.sql("select * from ticket.bond where ticket = :ticket and kind = :kind and ended is null")
                .param("ticket", ticket)
                .param("kind", kind.name())
                .query(BondTable::bond)
                .optional();
    }

    /** What is bound to a ticket by this kind, first to last. */
    List<Bond> to(long other, Bond.Kind kind) {
        return sql.sql("select * from ticket.bond where other = :other and kind = :kind and ended is null order by id")
                .param("other", other)
                .param("kind", kind.name())
                .query(BondTable::bond)
                .list();
    }

    private static Bond bond(ResultSet row, int index) throws SQLException {
        return new Bond(
                row.getLong("id"),
                row.getLong("ticket"),
                row.getLong("other"),
                Bond.Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("was")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("reason"));
    }
}
