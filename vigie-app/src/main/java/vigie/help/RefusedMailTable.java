package vigie.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code help.refused}: the mails that could not be taken, kept as they came. */
@Component
class RefusedMailTable {
    private final JdbcClient sql;

    RefusedMailTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** From the mailbox of the list, not from an archive. */
    static final long MAILBOX = 0;

    void add(long run, Instant at, Refused mail, byte[] raw) {
        sql.sql("""
                insert into help.refused (run, position, at, byte_from, bytes, reason, raw)
                values (:run, :position, :at, :from, :bytes, :reason, :raw)
                on conflict (run, position) do nothing
                """)
                .param("run", run)
                .param("position", mail.position())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("from", mail.from())
                .param("bytes", mail.bytes())
                .param("reason", mail.reason().name())
                .param("raw", raw)
                .update();
    }

    List<Refused> of(long run, int limit) {
        return sql.sql("""
                select position, byte_from, bytes, length(raw) as kept, reason from help.refused
                 where run = :run order by position limit :limit
                """)
                .param("run", run)
                .param("limit", limit)
                .query(RefusedMailTable::refused)
                .list();
    }

    Optional<byte[]> raw(long run, int position) {
        return sql.sql("select raw from help.refused where run = :run and position = :position")
                .param("run", run)
                .param("position", position)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    /** Deletes those kept since before a moment. */
    int forgetBefore(Instant moment) {
        return sql.sql("delete from help.refused where at <= :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Refused refused(ResultSet row, int index) throws SQLException {
        return new Refused(
                row.getInt("position"),
                row.getLong("byte_from"),
                row.getLong("bytes"),
                row.getLong("kept"),
                Unread.valueOf(row.getString("reason")));
    }
}
