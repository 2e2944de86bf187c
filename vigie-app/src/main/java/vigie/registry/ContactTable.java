package vigie.registry;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Picture.ContactEntry;

/** Every statement on the persons who answer for a site. */
@Component
class ContactTable {
    private final JdbcClient sql;

    ContactTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Contact> of(SiteId site) {
        return sql.sql("""
                select c.id, c.site, c.role, coalesce(p.name, c.name) as name, c.mail, c.phone, c.source
                  from registry.contact c left join registry.person_name p on p.spelling = c.name
                 where c.site = :site order by c.role, name, c.id
                """)
                .param("site", site.value())
                .query((row, index) -> new Contact(
                        row.getLong("id"),
                        new SiteId(row.getLong("site")),
                        row.getString("role"),
                        row.getString("name"),
                        row.getString("mail"),
                        row.getString("phone"),
                        row.getString("source")))
                .list();
    }

    List<String> mailOf(SiteId site, String role) {
        return sql.sql("""
                select distinct mail from registry.contact
                 where site = :site and lower(role) = lower(:role) and mail <> '' order by 1
                """)
                .param("site", site.value())
                .param("role", role)
                .query(String.class)
                .list();
    }

    List<Kept<ContactEntry>> kept() {
        return sql.sql("""
                select c.*, s.name as site_name from registry.contact c join registry.site s on s.id = c.site
                 order by c.id
                """)
                .query((row, index) -> new Kept<>(
                        row.getLong("id"),
                        row.getString("source"),
                        false,
                        new ContactEntry(
                                row.getString("key"),
                                row.getString("site_name"),
                                row.getString("role"),
                                row.getString("name"),
                                row.getString("mail"),
                                row.getString("phone"))))
                .list();
    }

    Optional<Contact> find(long id) {
        return sql.sql("select * from registry.contact where id = :id")
                .param("id", id)
                .query((row, index) -> new Contact(
                        row.getLong("id"),
                        new SiteId(row.getLong("site")),
                        row.getString("role"),
                        row.getString("name"),
                        row.getString("mail"),
                        row.getString("phone"),
                        row.getString("source")))
                .optional();
    }

    void set(long id, SiteId site, ContactEntry entry, String source) {
        sql.sql("""
                update registry.contact
                   set site = :site, role = :role, name = :name, mail = :mail, phone = :phone, source = :source,
                       key = case when :key = '' then key else :key end
                 where id = :id
                """)
                .param("id", id)
                .param("site", site.value())
                .param("role", entry.role())
                .param("name", entry.name())
                .param("mail", entry.mail())
                .param("phone", entry.phone())
                .param("source", source)
                .param("key", entry.key())
                .update();
    }

    void remove(long id) {
        sql.sql("delete from registry.contact where id = :id").param("id", id).update();
    }

    long add(SiteId site, ContactEntry entry, String source) {
        return sql.sql("""
                insert into registry.contact (site, role, name, mail, phone, source, key)
                values (:site, :role, :name, :mail, :phone, :source, :key) returning id
                """)
                .param("site", site.value())
                .param("role", entry.role())
                .param("name", entry.name())
                .param("mail", entry.mail())
                .param("phone", entry.phone())
                .param("source", source)
                .param("key", entry.key())
                .query(Long.class)
                .single();
    }
}
