package vigie.registry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Picture.OrganisationEntry;

/** Every statement on organisations and the sites they take part in. */
@Component
class OrganisationTable {
    private final JdbcClient sql;

    OrganisationTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Organisation> all() {
        return sql.sql("""
                select o.*, array(select s.name from registry.organisation_site m join registry.site s on s.id = m.site
                                   where m.organisation = o.id order by s.name collate "C") as sites
                  from registry.organisation o where o.gone is null order by o.name
                """)
                .query((row, index) -> new Organisation(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("official_name"),
                        row.getString("kind"),
                        row.getString("town"),
                        List.of((String[]) row.getArray("sites").getArray())))
                .list();
    }

    List<Organisation> of(String site) {
        return all().stream()
                .filter(organisation -> organisation.sites().contains(site))
                .toList();
    }

    List<Kept<OrganisationEntry>> kept() {
        return sql.sql("""
                select o.*, array(select s.name from registry.organisation_site m join registry.site s on s.id = m.site
                                   where m.organisation = o.id order by s.name collate "C") as sites
                  from registry.organisation o order by o.name
                """)
                .query((row, index) -> new Kept<>(
                        row.getLong("id"),
                        "",
                        row.getObject("gone") != null,
                        new OrganisationEntry(
                                row.getString("name"),
                                row.getString("official_name"),
                                row.getString("kind"),
                                row.getString("town"),
                                List.of((String[]) row.getArray("sites").getArray()))))
                .list();
    }

    void rename(long id, String name) {
        sql.sql("update registry.organisation set name = :name where id = :id")
                .param("id", id)
                .param("name", name)
                .update();
    }

    void close(long id, Instant at) {
        sql.sql("update registry.organisation set gone = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds it, or sets what is known of the one of this name. */
    void put(OrganisationEntry entry) {
        var id = sql.sql("""
                insert into registry.organisation (name, official_name, kind, town)
                values (:name, :official, :kind, :town)
                on conflict (name) do update
                   set official_name = excluded.official_name, kind = excluded.kind, town = excluded.town, gone = null
                returning id
                """)
                .param("name", entry.name())
                .param("official", entry.officialName())
                .param("kind", entry.kind())
                .param("town", entry.town())
                .query(Long.class)
                .single();
        sql.sql("delete from registry.organisation_site where organisation = :id")
                .param("id", id)
                .update();
        sql.sql("""
                insert into registry.organisation_site (organisation, site)
                select :id, s.id from registry.site s where s.name = any(:sites) and s.gone is null
                """)
                .param("id", id)
                .param("sites", entry.sites().toArray(String[]::new))
                .update();
    }
}
