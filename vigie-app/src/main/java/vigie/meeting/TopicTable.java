package vigie.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code meeting.topic}. */
@Component
class TopicTable {
    private final JdbcClient sql;

    TopicTable(JdbcClient sql) {
        this.sql = sql;
    }

    long add(long meeting, int place, String title, String said, String by, Instant now) {
        return sql.sql("""
                insert into meeting.topic (meeting, place, title, said, added_by, added)
                values (:meeting, :place, :title, :said, :by, :now) returning id
                """)
                .param("meeting", meeting)
                .param("place", place)
                .param("title", title)
                .param("said", said)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void say(long id, String said) {
        sql.sql("update meeting.topic set said = :said where id = :id")
                .param("said", said)
                .param("id", id)
                .update();
    }

    Optional<Topic> topic(long id) {
        return sql.sql("select * from meeting.topic where id = :id")
                .param("id", id)
                .query(TopicTable::topic)
                .optional();
    }

    List<Topic> of(long meeting) {
        return sql.sql("select * from meeting.topic where meeting = :meeting order by place, id")
                .param("meeting", meeting)
                .query(TopicTable::topic)
                .list();
    }

    private static Topic topic(ResultSet row, int index) throws SQLException {
        return new Topic(
                row.getLong("id"),
                row.getLong("meeting"),
                row.getInt("place"),
                row.getString("title"),
                row.getString("said"),
                row.getString("added_by"),
                row.getObject("added", OffsetDateTime.class).toInstant());
    }
}
