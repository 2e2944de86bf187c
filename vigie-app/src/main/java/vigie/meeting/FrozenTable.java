package vigie.meeting;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.words.Words;

/** All SQL of {@code meeting.frozen_section} and {@code meeting.frozen_line}. */
@Component
class FrozenTable {
    private final JdbcClient sql;

    FrozenTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps what was drawn; both lists hold the same sections and lines, each in its language. */
    void keep(long meeting, List<Drawn> french, List<Drawn> english) {
        for (var i = 0; i < french.size(); i++) {
            keep(meeting, french.get(i), english.get(i));
        }
    }

    private void keep(long meeting, Drawn french, Drawn english) {
        sql.sql("""
                insert into meeting.frozen_section (meeting, section, place, title_fr, title_en, empty_fr, empty_en)
                values (:meeting, :section, :place, :titleFr, :titleEn, :emptyFr, :emptyEn)
                """)
                .param("meeting", meeting)
                .param("section", french.section())
                .param("place", french.place())
                .param("titleFr", french.title())
                .param("titleEn", english.title())
                .param("emptyFr", french.empty())
                .param("emptyEn", english.empty())
                .update();
        for (var i = 0; i < Math.min(french.lines().size(), english.lines().size()); i++) {
            sql.sql("""
                    insert into meeting.frozen_line (meeting, section, position, said_fr, said_en, link)
                    values (:meeting, :section, :position, :fr, :en, :link)
                    """)
                    .param("meeting", meeting)
                    .param("section", french.section())
                    .param("position", i)
                    .param("fr", french.lines().get(i).text())
                    .param("en", english.lines().get(i).text())
                    .param("link", french.lines().get(i).link())
                    .update();
        }
    }

    /** What was kept, in the language of the reader. */
    List<Drawn> of(long meeting, Words words) {
        var french = words.language().equals("fr");
        record Head(String section, int place, String title, String empty) {}
        record Kept(String section, String said, String link) {}
        var lines = sql.sql("""
                select section, case when :french then said_fr else said_en end as said, link
                  from meeting.frozen_line where meeting = :meeting order by section, position
                """)
                .param("french", french)
                .param("meeting", meeting)
                .query(Kept.class)
                .list();
        return sql.sql("""
                select section, place, case when :french then title_fr else title_en end as title,
                       case when :french then empty_fr else empty_en end as empty
                  from meeting.frozen_section where meeting = :meeting order by place, section
                """).param("french", french).param("meeting", meeting).query(Head.class).list().stream()
                .map(head -> new Drawn(
                        head.section(),
                        head.place(),
                        head.title(),
                        head.empty(),
                        lines.stream()
                                .filter(line -> line.section().equals(head.section()))
                                .map(line -> new Drawn.Line(line.said(), line.link()))
                                .toList()))
                .toList();
    }
}
