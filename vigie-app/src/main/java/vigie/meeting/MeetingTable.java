package vigie.meeting;

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

/** All SQL of {@code meeting.meeting}, its series and their standing items. */
@Component
class MeetingTable {
    private static final String SELECT = """
            select m.*, s.title as series_title from meeting.meeting m join meeting.series s on s.id = m.series
            """;

    private final JdbcClient sql;

    MeetingTable(JdbcClient sql) {
        this.sql = sql;
    }

    record StandingItem(int place, String title) {}

    /** The series that the house came with: the operations meeting. */
    long operations() {
        return sql.sql("select min(id) from meeting.series").query(Long.class).single();
    }

    List<StandingItem> standingItems(long series) {
        return sql.sql("select place, title from meeting.standing_item where series = :series order by place")
                .param("series", series)
                .query(StandingItem.class)
                .list();
    }

    void putStandingItem(long series, int place, String title) {
        sql.sql("""
                insert into meeting.standing_item (series, place, title) values (:series, :place, :title)
                on conflict (series, place) do update set title = excluded.title
                """)
                .param("series", series)
                .param("place", place)
                .param("title", title)
                .update();
    }

    void removeStandingItem(long series, int place) {
        sql.sql("delete from meeting.standing_item where series = :series and place = :place")
                .param("series", series)
                .param("place", place)
                .update();
    }

    /** Whether a meeting that is still live has a topic or a link under the point. */
    boolean isSpokenOf(long series, int place) {
        return sql.sql("""
                select exists (select 1 from meeting.meeting m
                                where m.series = :series and m.state = 'PLANNED'
                                  and (exists (select 1 from meeting.topic t where t.meeting = m.id and t.place = :place)
                                    or exists (select 1 from meeting.link l where l.meeting = m.id and l.place = :place)))
                """)
                .param("series", series)
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    /** Keeps the points as they are now; a frozen meeting has them from here. */
    void freezeItems(long meeting, long series) {
        sql.sql("""
                insert into meeting.frozen_item (meeting, place, title)
                select :meeting, place, title from meeting.standing_item where series = :series
                """).param("meeting", meeting).param("series", series).update();
    }

    /** The points that a meeting has: those kept when it was frozen, or else those that stand now. */
    List<StandingItem> itemsOf(Meeting meeting) {
        var kept = sql.sql("select place, title from meeting.frozen_item where meeting = :meeting order by place")
                .param("meeting", meeting.id())
                .query(StandingItem.class)
                .list();
        return kept.isEmpty() ? standingItems(meeting.series()) : kept;
    }

    long add(long series, Instant begins, Invitation invitation) {
        return sql.sql("""
                insert into meeting.meeting (series, begins, chair, secretary, link)
                values (:series, :begins, :chair, :secretary, :link) returning id
                """)
                .param("series", series)
                .param("begins", begins.atOffset(ZoneOffset.UTC))
                .param("chair", invitation.chair())
                .param("secretary", invitation.secretary())
                .param("link", invitation.link())
                .query(Long.class)
                .single();
    }

    void change(long id, Instant begins, Invitation invitation) {
        sql.sql("""
                update meeting.meeting set begins = :begins, chair = :chair, secretary = :secretary, link = :link
                 where id = :id
                """)
                .param("id", id)
                .param("begins", begins.atOffset(ZoneOffset.UTC))
                .param("chair", invitation.chair())
                .param("secretary", invitation.secretary())
                .param("link", invitation.link())
                .update();
    }

    boolean existsAt(long series, Instant begins, long otherThan) {
        return sql.sql("""
                select exists (select 1 from meeting.meeting
                                where series = :series and begins = :begins and id <> :other)
                """)
                .param("series", series)
                .param("begins", begins.atOffset(ZoneOffset.UTC))
                .param("other", otherThan)
                .query(Boolean.class)
                .single();
    }

    /** Whether the meeting was planned until now, and is frozen by this. */
    boolean freeze(long id, Instant now) {
        return sql.sql(
                                "update meeting.meeting set state = 'FROZEN', frozen = :now where id = :id and state = 'PLANNED'")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether the meeting was frozen until now, and is closed by this. */
    boolean close(long id, Instant now) {
        return sql.sql("update meeting.meeting set state = 'CLOSED', closed = :now where id = :id and state = 'FROZEN'")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Meeting> meeting(long id) {
        return sql.sql(SELECT + " where m.id = :id")
                .param("id", id)
                .query(MeetingTable::meeting)
                .optional();
    }

    List<Meeting> all() {
        return sql.sql(SELECT + " order by m.begins desc limit 500")
                .query(MeetingTable::meeting)
                .list();
    }

    /** Those not closed yet, the earliest first. */
    List<Meeting> open() {
        return sql.sql(SELECT + " where m.state <> 'CLOSED' order by m.begins")
                .query(MeetingTable::meeting)
                .list();
    }

    /** The last one of the series that began before this moment. */
    Optional<Meeting> before(long series, Instant moment) {
        return sql.sql(SELECT + " where m.series = :series and m.begins < :moment order by m.begins desc limit 1")
                .param("series", series)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(MeetingTable::meeting)
                .optional();
    }

    private static Meeting meeting(ResultSet row, int index) throws SQLException {
        return new Meeting(
                row.getLong("id"),
                row.getLong("series"),
                row.getString("series_title"),
                row.getObject("begins", OffsetDateTime.class).toInstant(),
                MeetingState.valueOf(row.getString("state")),
                row.getString("chair"),
                row.getString("secretary"),
                row.getString("link"),
                moment(row.getObject("frozen", OffsetDateTime.class)),
                moment(row.getObject("closed", OffsetDateTime.class)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime kept) {
        return kept == null ? null : kept.toInstant();
    }
}
