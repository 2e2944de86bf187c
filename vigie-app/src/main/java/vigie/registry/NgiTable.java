package vigie.registry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Picture.NgiEntry;

/** Every statement on national infrastructures. */
@Component
class NgiTable {
    private final JdbcClient sql;

    NgiTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Kept<NgiEntry>> kept() {
        return sql.sql("select * from registry.ngi order by id")
                .query((row, index) -> new Kept<>(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getObject("gone") != null,
                        new NgiEntry(
                                row.getString("key"),
                                row.getString("name"),
                                row.getString("description"),
                                row.getString("mail"),
                                row.getString("rod_mail"))))
                .list();
    }

    void add(NgiEntry entry, String source) {
        bind(sql.sql("""
                insert into registry.ngi (name, description, mail, rod_mail, source, key)
                values (:name, :description, :mail, :rod, :source, :key)
                """), entry, source).update();
    }

    void set(long id, NgiEntry entry, String source) {
        bind(sql.sql("""
                update registry.ngi
                   set name = :name, description = :description, mail = :mail, rod_mail = :rod, source = :source,
                       key = case when :key = '' then key else :key end, gone = null
                 where id = :id
                """), entry, source).param("id", id).update();
    }

    boolean hasSites(String name) {
        return sql.sql("select exists (select 1 from registry.site where ngi = :name and gone is null)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void remove(long id, Instant at) {
        sql.sql("update registry.ngi set gone = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, NgiEntry entry, String source) {
        return statement
                .param("name", entry.name())
                .param("description", entry.description())
                .param("mail", entry.mail())
                .param("rod", entry.rodMail())
                .param("source", source)
                .param("key", entry.key());
    }
}
