package vigie.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code helpdesk.outgoing}: the queue of what is to be told, which outlives a fall. */
@Component
class OutgoingTable {
    private final JdbcClient sql;

    OutgoingTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Puts it in the queue; nothing where it stands there already. */
    void put(String desk, long ticket, Parcel.Kind kind, long entry, Instant now) {
        sql.sql("""
                insert into helpdesk.outgoing (desk, ticket, kind, entry, since, next_try)
                values (:desk, :ticket, :kind, :entry, :now, :now) on conflict (desk, ticket, kind, entry) do nothing
                """)
                .param("desk", desk)
                .param("ticket", ticket)
                .param("kind", kind.name())
                .param("entry", entry)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What stands in the queue, first what was put there first. */
    List<Parcel> all(String desk) {
        return sql.sql("select * from helpdesk.outgoing where desk = :desk order by id")
                .param("desk", desk)
                .query(OutgoingTable::parcel)
                .list();
    }

    long count(String desk) {
        return sql.sql("select count(*) from helpdesk.outgoing where desk = :desk")
                .param("desk", desk)
                .query(Long.class)
                .single();
    }

    /** How many things of a ticket wait to be told. */
    long waiting(String desk, long ticket) {
        return sql.sql("select count(*) from helpdesk.outgoing where desk = :desk and ticket = :ticket")
                .param("desk", desk)
                .param("ticket", ticket)
                .query(Long.class)
                .single();
    }

    /** When the next may be tried that no earlier one of its ticket keeps from its turn. */
    Optional<Instant> nextTry(String desk) {
        return sql.sql("""
                select min(next_try) from (
                    select distinct on (ticket) ticket, next_try from helpdesk.outgoing
                     where desk = :desk and not given_up order by ticket, id) first
                 where not exists (select from helpdesk.outgoing hopeless
                                    where hopeless.desk = :desk and hopeless.ticket = first.ticket
                                      and hopeless.kind = 'TICKET' and hopeless.given_up)
                """)
                .param("desk", desk)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** Before it is sent: whoever falls now finds that it may have arrived. */
    void begins(long id) {
        sql.sql("update helpdesk.outgoing set unsure = true, tries = tries + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void failed(long id, boolean unsure, boolean givenUp, String trouble, Instant nextTry) {
        sql.sql("""
                update helpdesk.outgoing set unsure = :unsure, given_up = :givenUp, trouble = :trouble, next_try = :next
                 where id = :id
                """)
                .param("id", id)
                .param("unsure", unsure)
                .param("givenUp", givenUp)
                .param("trouble", trouble)
                .param("next", nextTry.atOffset(ZoneOffset.UTC))
                .update();
    }

    void arrived(long id) {
        sql.sql("delete from helpdesk.outgoing where id = :id").param("id", id).update();
    }

    void arrived(String desk, long ticket, Parcel.Kind kind, long entry) {
        sql.sql("""
                delete from helpdesk.outgoing
                 where desk = :desk and ticket = :ticket and kind = :kind and entry = :entry
                """)
                .param("desk", desk)
                .param("ticket", ticket)
                .param("kind", kind.name())
                .param("entry", entry)
                .update();
    }

    /** A person wants it tried again; false where it has arrived meanwhile. */
    boolean again(String desk, long id, Instant now) {
        return sql.sql("""
                update helpdesk.outgoing set given_up = false, tries = 0, next_try = :now where desk = :desk and id = :id
                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("desk", desk)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Parcel parcel(ResultSet row, int index) throws SQLException {
        return new Parcel(
                row.getLong("id"),
                row.getLong("ticket"),
                Parcel.Kind.valueOf(row.getString("kind")),
                row.getLong("entry"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getObject("next_try", OffsetDateTime.class).toInstant(),
                row.getBoolean("unsure"),
                row.getBoolean("given_up"),
                row.getString("trouble"));
    }
}
