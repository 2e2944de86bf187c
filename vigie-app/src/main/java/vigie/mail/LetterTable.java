package vigie.mail;

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

/** Every statement on {@code mail.letter}. */
@Component
class LetterTable {
    /** A letter taken up to be sent, with what makes it part of its thread. */
    record ToSend(LetterOnFile letter, String answers, String refers) {}

    private final JdbcClient sql;

    LetterTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(String messageId, Instant written, Letter letter, String answers, String refers) {
        sql.sql("""
                insert into mail.letter (message_id, written, recipients, subject, body, thread, answers, refers)
                values (:id, :written, :to, :subject, :body, :thread, :answers, :refers)
                """)
                .param("id", messageId)
                .param("written", utc(written))
                .param("to", String.join(", ", letter.to()))
                .param("subject", Clean.line(letter.subject()))
                .param("body", Clean.text(letter.text()))
                .param("thread", letter.thread())
                .param("answers", answers)
                .param("refers", refers)
                .update();
    }

    /** The Message-IDs of a thread, first to last: what we sent and what came in. */
    List<String> idsOf(String thread) {
        return sql.sql("""
                select message_id from (
                    select message_id, written as at, 0 as side, id from mail.letter where thread = :thread
                    union all
                    select message_id, arrived, 1, id from mail.incoming where thread = :thread) as both_sides
                 order by at, id, side
                """).param("thread", thread).query(String.class).list();
    }

    /**
     * Takes up the letter that has waited longest and counts the try before it is made: who is killed while sending has
     * tried all the same.
     */
    Optional<ToSend> takeUp(Instant now, Instant again) {
        return sql.sql("""
                update mail.letter set tries = tries + 1, next_try = :again, under_way = true,
                       unsure = unsure + case when under_way then 1 else 0 end
                 where id = (select id from mail.letter
                              where sent is null and given_up is null and (next_try is null or next_try <= :now)
                              order by next_try nulls first, id limit 1 for update skip locked)
                returning *
                """)
                .param("now", utc(now))
                .param("again", utc(again))
                .query((row, index) ->
                        new ToSend(letter(row, index), row.getString("answers"), row.getString("refers")))
                .optional();
    }

    void sent(long id, Instant at, String trouble) {
        sql.sql("""
                update mail.letter set sent = :at, next_try = null, trouble = :trouble, under_way = false
                 where id = :id and sent is null
                """)
                .param("at", utc(at))
                .param("trouble", Clean.line(trouble))
                .param("id", id)
                .update();
    }

    void failed(long id, Instant again, @Nullable Instant givenUp, String trouble, boolean unsure) {
        sql.sql("""
                update mail.letter set next_try = :again, given_up = :givenUp, trouble = :trouble, under_way = :unsure
                 where id = :id and sent is null
                """)
                .param("again", utc(again))
                .param("givenUp", givenUp == null ? null : utc(givenUp))
                .param("trouble", Clean.line(trouble))
                .param("unsure", unsure)
                .param("id", id)
                .update();
    }

    /** Makes an unsent letter due at once; false where there is none of this number. */
    boolean again(long id) {
        return sql.sql("update mail.letter set next_try = null, given_up = null where id = :id and sent is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<LetterOnFile> letter(long id) {
        return sql.sql("select * from mail.letter where id = :id")
                .param("id", id)
                .query(LetterTable::letter)
                .optional();
    }

    List<LetterOnFile> ofThread(String thread) {
        return sql.sql("select * from mail.letter where thread = :thread order by id")
                .param("thread", thread)
                .query(LetterTable::letter)
                .list();
    }

    /** Newest first; {@code words} are looked for in subject and recipients. */
    List<LetterOnFile> page(View view, String words, int limit, int offset) {
        return sql.sql("""
                select * from mail.letter
                 where case :view when 'OUTGOING' then true when 'TWICE' then unsure > 0 when 'UNSENT' then sent is null
                       else sent is not null end
                   and (:words = '' or position(lower(:words) in lower(subject || ' ' || recipients)) > 0)
                 order by id desc limit :limit offset :offset
                """)
                .param("view", view.name())
                .param("words", words)
                .param("limit", limit)
                .param("offset", offset)
                .query(LetterTable::letter)
                .list();
    }

    long count(View view, String words) {
        return sql.sql("""
                select count(*) from mail.letter
                 where case :view when 'OUTGOING' then true when 'TWICE' then unsure > 0 when 'UNSENT' then sent is null
                       else sent is not null end
                   and (:words = '' or position(lower(:words) in lower(subject || ' ' || recipients)) > 0)
                """)
                .param("view", view.name())
                .param("words", words)
                .query(Long.class)
                .single();
    }

    Tray tray(boolean configured, String sending, String reading) {
        return sql.sql("""
                select count(*) filter (where given_up is null), min(written) filter (where given_up is null),
                       count(*) filter (where given_up is not null),
                       (select count(*) from mail.letter where unsure > 0)
                  from mail.letter where sent is null
                """)
                .query((row, index) -> new Tray(
                        configured, row.getLong(1), moment(row, 2), row.getLong(3), row.getLong(4), sending, reading))
                .single();
    }

    private static LetterOnFile letter(ResultSet row, int index) throws SQLException {
        return new LetterOnFile(
                row.getLong("id"),
                row.getString("message_id"),
                row.getObject("written", OffsetDateTime.class).toInstant(),
                row.getString("recipients"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("thread"),
                moment(row, row.findColumn("sent")),
                row.getInt("tries"),
                moment(row, row.findColumn("given_up")),
                row.getString("trouble"));
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
