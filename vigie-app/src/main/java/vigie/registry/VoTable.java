package vigie.registry;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Picture.VoEntry;

/** Every statement on virtual organisations. */
@Component
class VoTable {
    private final JdbcClient sql;

    VoTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<VoEntry> all() {
        return sql.sql("""
                select v.name, v.description,
                       array(select s.name from registry.site_vo m join registry.site s on s.id = m.site
                              where m.vo = v.name order by s.name collate "C") as sites
                  from registry.vo v order by v.name
                """)
                .query((row, index) ->
                        new VoEntry(row.getString("name"), row.getString("description"), List.of((String[])
                                row.getArray("sites").getArray())))
                .list();
    }

    List<Kept<VoEntry>> kept() {
        return numbered(all());
    }

    void put(VoEntry entry) {
        sql.sql("""
                insert into registry.vo (name, description) values (:name, :description)
                on conflict (name) do update set description = excluded.description
                """)
                .param("name", entry.name())
                .param("description", entry.description())
                .update();
        sql.sql("delete from registry.site_vo where vo = :name")
                .param("name", entry.name())
                .update();
        sql.sql("""
                insert into registry.site_vo (site, vo)
                select s.id, :name from registry.site s where s.name = any(:sites) and s.gone is null
                """)
                .param("name", entry.name())
                .param("sites", entry.sites().toArray(String[]::new))
                .update();
    }

    /** These have no number of their own: their name is the key, and their place in the list tells them apart. */
    private static <E extends Record> List<Kept<E>> numbered(List<E> entries) {
        return java.util.stream.IntStream.range(0, entries.size())
                .mapToObj(place -> new Kept<>(place, "", false, entries.get(place)))
                .toList();
    }
}
