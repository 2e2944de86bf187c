package vigie.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.people.Actor;

/** The audit journal. A deed is written in the transaction of the change itself: both are there, or neither. */
@Component
public class Journal {
    private final JdbcClient sql;
    private final Clock clock;

    Journal(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes a deed down, see {@link Deed} for what each word means; answers its number. */
    public long write(Actor who, String subject, String deed, String before, String after, String reason) {
        return sql.sql("""
                insert into journal.deed (at, person, who, subject, deed, before, after, reason)
                values (:at, :person, :who, :subject, :deed, :before, :after, :reason) returning id
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", who.person())
                .param("who", who.login())
                .param("subject", subject)
                .param("deed", deed)
                .param("before", before)
                .param("after", after)
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    /** The deeds of these numbers, newest first. */
    public List<Deed> those(List<Long> numbers) {
        return sql.sql("select * from journal.deed where id = any(:numbers) order by id desc limit 200")
                .param("numbers", numbers.toArray(Long[]::new))
                .query(Journal::deed)
                .list();
    }

    /** What was done to a subject, newest first. */
    public List<Deed> about(String subject) {
        return sql.sql("select * from journal.deed where subject = :subject order by id desc limit 200")
                .param("subject", subject)
                .query(Journal::deed)
                .list();
    }

    /** The newest deeds before a number; 0 begins at the newest. */
    public List<Deed> latest(long before, int limit) {
        return sql.sql("select * from journal.deed where :before = 0 or id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(Journal::deed)
                .list();
    }

    /** What persons did after a deed of that number, oldest first; the house's own deeds are left out. */
    public List<Deed> byPersonsAfter(long deed, int limit) {
        return sql.sql("select * from journal.deed where id > :deed and person <> 0 order by id limit :limit")
                .param("deed", deed)
                .param("limit", limit)
                .query(Journal::deed)
                .list();
    }

    /**
     * The newest deeds before a number (0 begins at the newest) about a subject: one such as {@code site:12}, all of a
     * kind such as {@code site}, or with an empty text all.
     */
    List<Deed> latest(String subject, long before, int limit) {
        return sql.sql("""
                select * from journal.deed
                 where (:before = 0 or id < :before)
                   and (:subject = '' or subject = :subject or subject like :kind)
                 order by id desc limit :limit
                """)
                .param("before", before)
                .param("subject", subject)
                .param("kind", subject.replaceAll("([\\\\%_])", "\\\\$1") + ":%")
                .param("limit", limit)
                .query(Journal::deed)
                .list();
    }

    private static Deed deed(ResultSet row, int index) throws SQLException {
        return new Deed(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("person"),
                row.getString("who"),
                row.getString("subject"),
                row.getString("deed"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"));
    }
}
