package vigie.meeting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code meeting.link}. */
@Component
class LinkTable {
    private final JdbcClient sql;

    LinkTable(JdbcClient sql) {
        this.sql = sql;
    }

    long add(Link link, Instant now) {
        return sql.sql("""
                insert into meeting.link (meeting, place, title, url, added_by, added)
                values (:meeting, :place, :title, :url, :by, :now) returning id
                """)
                .param("meeting", link.meeting())
                .param("place", link.place())
                .param("title", link.title())
                .param("url", link.url())
                .param("by", link.addedBy())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void remove(long id) {
        sql.sql("delete from meeting.link where id = :id").param("id", id).update();
    }

    Optional<Link> link(long id) {
        return sql.sql("select id, meeting, place, title, url, added_by from meeting.link where id = :id")
                .param("id", id)
                .query(Link.class)
                .optional();
    }

    List<Link> of(long meeting) {
        return sql.sql("""
                select id, meeting, place, title, url, added_by from meeting.link where meeting = :meeting
                 order by place, id
                """).param("meeting", meeting).query(Link.class).list();
    }
}
