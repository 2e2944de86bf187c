package vigie.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.SiteId;

/** Every statement that changes {@code help.thread}, and those that find one of its rows. */
@Component
class CallTable {
    private final JdbcClient sql;

    CallTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Lets one reader at a time put mails into threads. */
    void lock() {
        sql.sql("select pg_advisory_xact_lock(hashtext('help.conversations'))")
                .query((row, index) -> true)
                .single();
    }

    /** A new thread; what it says is concluded from its mails. */
    long add(String key, Instant at, Instant due, Instant seen) {
        return sql.sql("""
                insert into help.thread (subject, subject_key, asked, last, call, state, due, seen)
                values ('', :key, :at, :at, false, 'OPEN', :due, :seen) returning id
                """)
                .param("key", key)
                .param("at", utc(at))
                .param("due", utc(due))
                .param("seen", utc(seen))
                .query(Long.class)
                .single();
    }

    /** The thread of a subject whose mails lie no further than the window from a moment; the nearest before it. */
    Optional<Long> ofSubject(String key, Instant at, Duration window) {
        return sql.sql("""
                select id from help.thread
                 where subject_key = :key and last >= :from and asked <= :to order by last desc limit 1
                """)
                .param("key", key)
                .param("from", utc(at.minus(window)))
                .param("to", utc(at.plus(window)))
                .query(Long.class)
                .optional();
    }

    Optional<Call> find(long id) {
        return sql.sql("select * from help.thread where id = :id")
                .param("id", id)
                .query(CallTable::call)
                .optional();
    }

    /** The same, held until the transaction ends. */
    Optional<Call> hold(long id) {
        return sql.sql("select * from help.thread where id = :id for update")
                .param("id", id)
                .query(CallTable::call)
                .optional();
    }

    /** What persons have said of one thread goes over to the other, which has none of its own; the first is gone. */
    void merge(long from, long into) {
        sql.sql("""
                update help.thread i set
                    call = case when f.call_by_hand and not i.call_by_hand then f.call else i.call end,
                    call_by_hand = i.call_by_hand or f.call_by_hand,
                    site = case when f.site_by_hand and not i.site_by_hand then f.site else i.site end,
                    site_by_hand = i.site_by_hand or f.site_by_hand,
                    climbed = coalesce(i.climbed, f.climbed),
                    seen = least(i.seen, f.seen)
                  from help.thread f where i.id = :into and f.id = :from
                """).param("from", from).param("into", into).update();
        sql.sql("delete from help.thread where id = :from").param("from", from).update();
    }

    /** Writes down what follows from the mails of a thread. */
    void conclude(long id, Conclusion now) {
        sql.sql("""
                update help.thread set
                    subject = :subject, subject_key = :key, asked = :asked, last = :last, mails = :mails,
                    call = :call, call_why = :callWhy, site = :site, site_why = :siteWhy,
                    asker = :asker, asker_name = :askerName,
                    answered = :answered, answerer = :answerer, answerer_name = :answererName,
                    other_house = :other, answer_seconds = :seconds, state = :state, due = :due,
                    quiet = :quietBefore > :due
                 where id = :id
                """)
                .param("id", id)
                .param("subject", now.subject())
                .param("key", now.key())
                .param("asked", utc(now.asked()))
                .param("last", utc(now.last()))
                .param("mails", now.mails())
                .param("call", now.isCall())
                .param("callWhy", now.why())
                .param("site", now.site())
                .param("siteWhy", now.siteWhy())
                .param("asker", now.asker())
                .param("askerName", now.askerName())
                .param(
                        "answered",
                        now.answered() == null ? null : utc(now.answered()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("answerer", now.answerer())
                .param("answererName", now.answererName())
                .param("other", now.otherHouse(), java.sql.Types.BOOLEAN)
                .param(
                        "seconds",
                        now.answerTime() == null ? null : now.answerTime().toSeconds(),
                        java.sql.Types.BIGINT)
                .param("state", now.state().name())
                .param("due", utc(now.due()))
                .param("quietBefore", utc(now.quietBefore()))
                .update();
    }

    /** When the thread was first read. */
    Instant seen(long id) {
        return sql.sql("select seen from help.thread where id = :id")
                .param("id", id)
                .query((row, index) ->
                        row.getObject("seen", OffsetDateTime.class).toInstant())
                .single();
    }

    /** Whether a person has said which site it concerns, and whether one said that it is answered. */
    Said said(long id) {
        return sql.sql("select site_by_hand, answer_by_hand from help.thread where id = :id")
                .param("id", id)
                .query(Said.class)
                .single();
    }

    /** What persons have said of a thread. */
    record Said(boolean siteByHand, boolean answerByHand) {}

    /** A person says whether it is a call. */
    void call(long id, boolean isCall) {
        sql.sql("update help.thread set call = :call, call_by_hand = true where id = :id")
                .param("id", id)
                .param("call", isCall)
                .update();
    }

    /** A person says which site it concerns; 0 for none. */
    void site(long id, long site) {
        sql.sql("""
                update help.thread set site = :site, site_why = case when :site = 0 then '' else 'hand' end,
                       site_by_hand = true where id = :id
                """).param("id", id).param("site", site).update();
    }

    /** A person says that it was answered, elsewhere than on the list. */
    void answer(long id, Instant at, String by, Duration time) {
        sql.sql("""
                update help.thread set answered = :at, answerer = '', answerer_name = :by, other_house = null,
                       answer_seconds = :seconds, answer_by_hand = true, state = 'ANSWERED' where id = :id
                """)
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("seconds", time.toSeconds())
                .update();
    }

    void close(long id, Instant at, String by, String why) {
        sql.sql("""
                update help.thread set state = 'CLOSED', closed = :at, closed_by = :by, closed_why = :why
                 where id = :id
                """)
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("why", why)
                .update();
    }

    /** Open again, as though nobody had said anything about its state. */
    void reopen(long id) {
        sql.sql("""
                update help.thread set state = 'OPEN', closed = null, closed_by = '', closed_why = '',
                       answered = null, answer_by_hand = false where id = :id
                """).param("id", id).update();
    }

    void climbed(long id, Instant at) {
        sql.sql("update help.thread set climbed = :at where id = :id")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    /** Deletes what tells of persons; the figures stay. */
    void forget(long id, Instant at) {
        sql.sql("""
                update help.thread set subject = '', subject_key = '', asker = '', asker_name = '', answerer = '',
                       answerer_name = '', call_why = '', closed_by = '', closed_why = '', forgotten = :at
                 where id = :id
                """).param("id", id).param("at", utc(at)).update();
    }

    static Call call(ResultSet row, int index) throws SQLException {
        var seconds = row.getObject("answer_seconds", Long.class);
        return new Call(
                row.getLong("id"),
                row.getString("subject"),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                row.getObject("last", OffsetDateTime.class).toInstant(),
                row.getInt("mails"),
                row.getBoolean("call"),
                row.getString("call_why"),
                row.getBoolean("call_by_hand"),
                new SiteId(row.getLong("site")),
                row.getString("site_why"),
                row.getString("asker"),
                row.getString("asker_name"),
                moment(row, "answered"),
                row.getString("answerer"),
                row.getString("answerer_name"),
                row.getObject("other_house", Boolean.class),
                seconds == null ? null : Duration.ofSeconds(seconds),
                CallState.valueOf(row.getString("state")),
                moment(row, "closed"),
                row.getString("closed_by"),
                row.getString("closed_why"),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                moment(row, "climbed"),
                moment(row, "forgotten"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
