package vigie.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code help.mail} and on what its mails refer to, {@code help.reference}. */
@Component
class MailTable {
    /** A mail as it is kept. */
    record Kept(
            long id,
            String messageId,
            Instant at,
            String sender,
            String senderName,
            String subject,
            String body,
            boolean automatic) {}

    private final JdbcClient sql;

    MailTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Which of these Message-IDs are kept, or were passed on by the house itself. */
    Set<String> known(Collection<String> messageIds) {
        if (messageIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.sql("""
                select message_id from help.mail where message_id = any(string_to_array(:ids, E'\\n'))
                union all
                select passed_on from help.mail
                 where passed_on <> '' and passed_on = any(string_to_array(:ids, E'\\n'))
                """)
                .param("ids", String.join("\n", messageIds))
                .query(String.class)
                .list());
    }

    /** The threads that bear or refer to one of these Message-IDs, the oldest first. */
    List<Long> threadsOf(Collection<String> messageIds) {
        return sql.sql("""
                select distinct thread from help.reference
                 where message_id = any(string_to_array(:ids, E'\\n')) order by thread
                """)
                .param("ids", String.join("\n", messageIds))
                .query(Long.class)
                .list();
    }

    void add(long thread, ListMail mail, Collection<String> ids) {
        sql.sql("""
                insert into help.mail (message_id, thread, at, sender, sender_name, subject, body, automatic)
                values (:id, :thread, :at, :sender, :name, :subject, :body, :automatic)
                """)
                .param("id", mail.messageId())
                .param("thread", thread)
                .param("at", utc(mail.at()))
                .param("sender", mail.sender())
                .param("name", mail.senderName())
                .param("subject", mail.subject().whole())
                .param("body", mail.text())
                .param("automatic", mail.automatic())
                .update();
        refer(thread, ids);
    }

    /** These Message-IDs belong to the thread from now on. */
    void refer(long thread, Collection<String> ids) {
        sql.sql("""
                insert into help.reference (message_id, thread)
                select distinct id, cast(:thread as bigint) from unnest(string_to_array(:ids, E'\\n')) as id
                on conflict do nothing
                """)
                .param("thread", thread)
                .param("ids", String.join("\n", ids))
                .update();
    }

    /** The house has passed a mail on to the list under this Message-ID, by which it will come back. */
    void passedOn(String messageId, String as) {
        sql.sql("update help.mail set passed_on = :as where message_id = :id")
                .param("as", as)
                .param("id", messageId)
                .update();
    }

    void move(long from, long into) {
        for (var table : List.of("help.mail", "help.reference", "help.asked")) {
            sql.sql("update " + table + " set thread = :into where thread = :from")
                    .param("into", into)
                    .param("from", from)
                    .update();
        }
    }

    /** The mails of a thread, the oldest first. */
    List<Kept> of(long thread) {
        return sql.sql("select * from help.mail where thread = :thread order by at, id")
                .param("thread", thread)
                .query(MailTable::kept)
                .list();
    }

    /** Deletes from the mails of a thread what tells of persons; their Message-IDs stay, so that none comes in again. */
    void forget(long thread) {
        sql.sql("""
                update help.mail set sender = '', sender_name = '', subject = '', body = '' where thread = :thread
                """).param("thread", thread).update();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getLong("id"),
                row.getString("message_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("subject"),
                row.getString("body"),
                row.getBoolean("automatic"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
