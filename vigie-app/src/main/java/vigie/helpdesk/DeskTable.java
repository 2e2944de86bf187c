package vigie.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code helpdesk.desk}. */
@Component
class DeskTable {
    private final JdbcClient sql;

    DeskTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The desk of a name, begun where it is new: of our tickets, only those after {@code newest} will go there. */
    Desk begin(String name, long newest, Instant now) {
        sql.sql("""
                insert into helpdesk.desk (name, house, first_ticket, next_due)
                values (:name, substr(replace(gen_random_uuid()::text, '-', ''), 1, 10), :newest, :now)
                on conflict (name) do nothing
                """)
                .param("name", name)
                .param("newest", newest)
                .param("now", utc(now))
                .update();
        return find(name).orElseThrow();
    }

    Optional<Desk> find(String name) {
        return sql.sql("select * from helpdesk.desk where name = :name")
                .param("name", name)
                .query(DeskTable::desk)
                .optional();
    }

    void maps(String name, List<String> states, List<String> priorities, Instant now) {
        sql.sql("""
                update helpdesk.desk set states = :states, priorities = :priorities, maps_at = :now where name = :name
                """)
                .param("states", states.toArray(String[]::new))
                .param("priorities", priorities.toArray(String[]::new))
                .param("now", utc(now))
                .param("name", name)
                .update();
    }

    void well(String name, @Nullable Instant since, Instant now, Instant nextDue) {
        sql.sql("""
                update helpdesk.desk set since = coalesce(:since, since), last_read = :now, next_due = :due, failures = 0,
                       trouble = '', trouble_at = null where name = :name
                """)
                .param("since", since == null ? null : utc(since), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", utc(now))
                .param("due", utc(nextDue))
                .param("name", name)
                .update();
    }

    void trouble(String name, String trouble, Instant now, Instant nextDue) {
        sql.sql("""
                update helpdesk.desk set failures = failures + 1, trouble = :trouble, next_due = :due,
                       trouble_at = coalesce(trouble_at, :now) where name = :name
                """)
                .param("trouble", trouble)
                .param("now", utc(now))
                .param("due", utc(nextDue))
                .param("name", name)
                .update();
    }

    /** It is to be read at once; all over again where nothing is to be taken for read. */
    void readNow(String name, Instant now) {
        sql.sql("update helpdesk.desk set next_due = :now where name = :name")
                .param("now", utc(now))
                .param("name", name)
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Desk desk(ResultSet row, int index) throws SQLException {
        return new Desk(
                row.getString("name"),
                row.getString("house"),
                row.getLong("first_ticket"),
                moment(row, "since"),
                moment(row, "last_read"),
                row.getObject("next_due", OffsetDateTime.class).toInstant(),
                row.getInt("failures"),
                row.getString("trouble"),
                moment(row, "trouble_at"),
                List.of((String[]) row.getArray("states").getArray()),
                List.of((String[]) row.getArray("priorities").getArray()),
                moment(row, "maps_at"));
    }
}
