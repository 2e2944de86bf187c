package vigie.registry;

import java.time.Instant;
import java.time.ZoneOffset;
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
                  from registry.vo v where v.gone is null order by v.name
                """)
                .query((row, index) ->
                        new VoEntry(row.getString("name"), row.getString("description"), List.of((String[])
                                row.getArray("sites").getArray())))
                .list();
    }

    List<Kept<VoEntry>> kept() {
        return sql.sql("""
                select v.id, v.name, v.description, v.gone,
                       array(select s.name from registry.site_vo m join registry.site s on s.id = m.site
                              where m.vo = v.name order by s.name collate "C") as sites
                  from registry.vo v order by v.name
                """)
                .query((row, index) -> new Kept<>(
                        row.getLong("id"),
                        "",
                        row.getObject("gone") != null,
                        new VoEntry(row.getString("name"), row.getString("description"), List.of((String[])
                                row.getArray("sites").getArray()))))
                .list();
    }

    /** The VOs that a service names itself; where it names none, those of its site count. */
    List<String> of(ServiceId service) {
        return sql.sql("select vo from registry.service_vo where service = :service order by vo collate \"C\"")
                .param("service", service.value())
                .query(String.class)
                .list();
    }

    void set(ServiceId service, List<String> vos) {
        sql.sql("delete from registry.service_vo where service = :service")
                .param("service", service.value())
                .update();
        sql.sql("""
                insert into registry.service_vo (service, vo)
                select :service, v.name from registry.vo v where v.name = any(:vos)
                """)
                .param("service", service.value())
                .param("vos", vos.toArray(String[]::new))
                .update();
    }

    void close(long id, Instant at) {
        sql.sql("update registry.vo set gone = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void put(VoEntry entry) {
        sql.sql("""
                insert into registry.vo (name, description) values (:name, :description)
                on conflict (name) do update set description = excluded.description, gone = null
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
}
