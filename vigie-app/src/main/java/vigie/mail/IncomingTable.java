package vigie.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code mail.incoming} and {@code mail.mailbox}. */
@Component
class IncomingTable {
    /** What became of a letter, and how it showed where it belongs. */
    record Lot(Fate fate, Proof proof) {}

    private static final int LONGEST_RAW = 5_000_000;

    private final JdbcClient sql;

    IncomingTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a letter; answers its number, or nothing where one of this Message-ID is kept already. */
    Optional<Long> add(Received letter, String thread, Lot lot, Instant arrived, Instant received, byte[] raw) {
        return sql.sql("""
                insert into mail.incoming (message_id, arrived, received, sender, subject, body, thread, fate, proof,
                    raw)
                values (:id, :arrived, :received, :sender, :subject, :body, :thread, :fate, :proof, :raw)
                on conflict (message_id) do nothing returning id
                """)
                .param("id", letter.messageId())
                .param("arrived", utc(arrived))
                .param("received", utc(received))
                .param("sender", letter.from())
                .param("subject", letter.subject())
                .param("body", letter.text())
                .param("thread", thread)
                .param("fate", lot.fate().name())
                .param("proof", lot.proof().name())
                .param("raw", raw.length > LONGEST_RAW ? null : raw)
                .query(Long.class)
                .optional();
    }

    /** A letter as it came; empty where it was too large to be kept. */
    Optional<byte[]> raw(long id) {
        return sql.sql("select raw from mail.incoming where id = :id and raw is not null")
                .param("id", id)
                .query((row, index) -> row.getBytes("raw"))
                .optional();
    }

    /** The thread of one of our letters, or of one that came in. */
    Optional<String> threadOf(String messageId) {
        return sql.sql("""
                select thread from mail.letter where message_id = :id and thread <> ''
                union all
                select thread from mail.incoming where message_id = :id and thread <> '' limit 1
                """).param("id", messageId).query(String.class).optional();
    }

    /** The thread of one of our own letters. */
    Optional<String> threadOfOurs(String messageId) {
        return sql.sql("select thread from mail.letter where message_id = :id and thread <> ''")
                .param("id", messageId)
                .query(String.class)
                .optional();
    }

    long inThreadSince(String thread, Instant moment) {
        return sql.sql("select count(*) from mail.incoming where thread = :thread and received > :moment")
                .param("thread", thread)
                .param("moment", utc(moment))
                .query(Long.class)
                .single();
    }

    /** Whether we ever wrote in this thread. */
    boolean knows(String thread) {
        return sql.sql("select exists (select from mail.letter where thread = :thread)")
                .param("thread", thread)
                .query(Boolean.class)
                .single();
    }

    boolean isOurs(String messageId) {
        return sql.sql("select exists (select from mail.letter where message_id = :id)")
                .param("id", messageId)
                .query(Boolean.class)
                .single();
    }

    long since(String sender, Instant moment) {
        return sql.sql("select count(*) from mail.incoming where sender = :sender and received > :moment")
                .param("sender", sender)
                .param("moment", utc(moment))
                .query(Long.class)
                .single();
    }

    Optional<Mark> mark(String mailbox) {
        return sql.sql("select validity, uid from mail.mailbox where name = :name")
                .param("name", mailbox)
                .query(Mark.class)
                .optional();
    }

    void mark(String mailbox, Mark mark) {
        sql.sql("""
                insert into mail.mailbox (name, validity, uid) values (:name, :validity, :uid)
                on conflict (name) do update set validity = :validity, uid = :uid
                """)
                .param("name", mailbox)
                .param("validity", mark.validity())
                .param("uid", mark.uid())
                .update();
    }

    Optional<Came> letter(long id) {
        return sql.sql("select * from mail.incoming where id = :id")
                .param("id", id)
                .query(IncomingTable::kept)
                .optional();
    }

    /** Newest first; {@code words} are looked for in subject and sender. */
    List<Came> page(String words, int limit, int offset) {
        return sql.sql("""
                select * from mail.incoming
                 where :words = '' or position(lower(:words) in lower(subject || ' ' || sender)) > 0
                 order by id desc limit :limit offset :offset
                """)
                .param("words", words)
                .param("limit", limit)
                .param("offset", offset)
                .query(IncomingTable::kept)
                .list();
    }

    long count(String words) {
        return sql.sql("""
                select count(*) from mail.incoming
                 where :words = '' or position(lower(:words) in lower(subject || ' ' || sender)) > 0
                """).param("words", words).query(Long.class).single();
    }

    private static Came kept(ResultSet row, int index) throws SQLException {
        return new Came(
                row.getLong("id"),
                row.getObject("arrived", OffsetDateTime.class).toInstant(),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("thread"),
                Fate.valueOf(row.getString("fate")),
                Proof.valueOf(row.getString("proof")));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
