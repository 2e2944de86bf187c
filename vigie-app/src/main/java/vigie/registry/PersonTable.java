package vigie.registry;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Picture.PersonEntry;

/** Every statement on the spellings and former names of persons. */
@Component
class PersonTable {
    private final JdbcClient sql;

    PersonTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** These have no number of their own: the spelling is the key, and its place in the list tells it apart. */
    List<Kept<PersonEntry>> kept() {
        var entries = sql.sql("select spelling, name from registry.person_name order by spelling")
                .query(PersonEntry.class)
                .list();
        return IntStream.range(0, entries.size())
                .mapToObj(place -> new Kept<>(place, "", false, entries.get(place)))
                .toList();
    }

    void put(PersonEntry entry) {
        sql.sql("""
                insert into registry.person_name (spelling, name) values (:spelling, :name)
                on conflict (spelling) do update set name = excluded.name
                """)
                .param("spelling", entry.spelling())
                .param("name", entry.name())
                .update();
    }
}
