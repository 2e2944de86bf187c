package vigie.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code ticket.entry}. */
@Component
class EntryTable {
    private final JdbcClient sql;

    EntryTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds what was said; false where this form or this letter has been heard already. */
    boolean add(long ticket, Entry entry, long letter, @Nullable String formKey) {
        return sql.sql("""
                insert into ticket.entry (ticket, at, kind, author, known, body, letter, form_key)
                values (:ticket, :at, :kind, :author, :known, :body, :letter, :key) on conflict do nothing
                """)
                        .param("ticket", ticket)
                        .param("at", entry.at().atOffset(ZoneOffset.UTC))
                        .param("kind", entry.kind())
                        .param("author", entry.author())
                        .param("known", entry.known())
                        .param("body", entry.text())
                        .param("letter", letter)
                        .param("key", formKey)
                        .update()
                == 1;
    }

    /** The tickets in which a letter that is not verified is the last word, the newest first, at most so many. */
    List<Long> unverified(int most) {
        return sql.sql("""
                select ticket from ticket.entry e
                 where kind = 'MAIL' and not known
                   and not exists (select from ticket.entry later where later.ticket = e.ticket and later.id > e.id)
                 order by id desc limit :most
                """).param("most", most).query(Long.class).list();
    }

    List<Entry> of(long ticket) {
        return sql.sql("select id, at, kind, author, known, body from ticket.entry where ticket = :ticket order by id")
                .param("ticket", ticket)
                .query(EntryTable::entry)
                .list();
    }

    /** What was said after an entry, but not under keys that begin so. */
    List<Entry> after(long ticket, long entry, String butNot) {
        return sql.sql("""
                select id, at, kind, author, known, body from ticket.entry
                 where ticket = :ticket and id > :entry and not starts_with(coalesce(form_key, ''), :but) order by id
                """)
                .param("ticket", ticket)
                .param("entry", entry)
                .param("but", butNot)
                .query(EntryTable::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("author"),
                row.getBoolean("known"),
                row.getString("body"));
    }
}
