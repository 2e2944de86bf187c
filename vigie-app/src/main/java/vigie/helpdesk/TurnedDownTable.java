package vigie.helpdesk;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code helpdesk.turned_down}. */
@Component
class TurnedDownTable {
    private final JdbcClient sql;

    TurnedDownTable(JdbcClient sql) {
        this.sql = sql;
    }

    void put(String desk, TurnedDown ticket) {
        sql.sql("""
                insert into helpdesk.turned_down (desk, foreign_id, number, title, field, value, expected, arguments, at)
                values (:desk, :id, :number, :title, :field, :value, :expected, :arguments, :at)
                on conflict (desk, foreign_id) do update set title = :title, field = :field, value = :value,
                    expected = :expected, arguments = :arguments, again = false
                """)
                .param("desk", desk)
                .param("id", ticket.foreignId())
                .param("number", ticket.number())
                .param("title", ticket.title())
                .param("field", ticket.field())
                .param("value", ticket.value())
                .param("expected", ticket.expected())
                .param("arguments", ticket.arguments().toArray(String[]::new))
                .param("at", ticket.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void taken(String desk, long foreignId) {
        sql.sql("delete from helpdesk.turned_down where desk = :desk and foreign_id = :id")
                .param("desk", desk)
                .param("id", foreignId)
                .update();
    }

    List<TurnedDown> all(String desk, int limit) {
        return sql.sql("select * from helpdesk.turned_down where desk = :desk order by at desc limit :limit")
                .param("desk", desk)
                .param("limit", limit)
                .query((row, index) -> new TurnedDown(
                        row.getLong("foreign_id"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("field"),
                        row.getString("value"),
                        row.getString("expected"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    long count(String desk) {
        return sql.sql("select count(*) from helpdesk.turned_down where desk = :desk")
                .param("desk", desk)
                .query(Long.class)
                .single();
    }

    /** A person wants it tried again at the next reading; false where it has been taken meanwhile. */
    boolean again(String desk, long foreignId) {
        return sql.sql("update helpdesk.turned_down set again = true where desk = :desk and foreign_id = :id")
                        .param("desk", desk)
                        .param("id", foreignId)
                        .update()
                == 1;
    }

    /** Those that are to be tried again. */
    List<Long> wantedAgain(String desk) {
        return sql.sql("select foreign_id from helpdesk.turned_down where desk = :desk and again")
                .param("desk", desk)
                .query(Long.class)
                .list();
    }
}
