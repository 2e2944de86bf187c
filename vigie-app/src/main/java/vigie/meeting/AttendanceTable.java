package vigie.meeting;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code meeting.attendance}. */
@Component
class AttendanceTable {
    private final JdbcClient sql;

    AttendanceTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Writes somebody down; whoever is there already is there for another site. */
    void add(long meeting, Attendance who) {
        sql.sql("""
                insert into meeting.attendance (meeting, name, site) values (:meeting, :name, :site)
                on conflict (meeting, name) do update set site = excluded.site
                """)
                .param("meeting", meeting)
                .param("name", who.name())
                .param("site", who.site())
                .update();
    }

    boolean remove(long meeting, String name) {
        return sql.sql("delete from meeting.attendance where meeting = :meeting and name = :name")
                        .param("meeting", meeting)
                        .param("name", name)
                        .update()
                == 1;
    }

    List<Attendance> of(long meeting) {
        return sql.sql("select name, site from meeting.attendance where meeting = :meeting order by site, name")
                .param("meeting", meeting)
                .query(Attendance.class)
                .list();
    }
}
