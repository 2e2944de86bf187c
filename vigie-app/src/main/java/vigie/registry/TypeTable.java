package vigie.registry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Picture.TypeEntry;

/** Every statement on the types of services. No source owns one: each may add to them and say better what one is. */
@Component
class TypeTable {
    private final JdbcClient sql;

    TypeTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Kept<TypeEntry>> kept() {
        return sql.sql("select id, name, description, gone from registry.service_type order by name collate \"C\"")
                .query((row, index) -> new Kept<>(
                        row.getLong("id"),
                        "",
                        row.getObject("gone") != null,
                        new TypeEntry(row.getString("name"), row.getString("description"))))
                .list();
    }

    /** Adds it, or says anew what the one of this name is; one that was closed is back. */
    void put(TypeEntry entry) {
        sql.sql("""
                insert into registry.service_type (name, description) values (:name, :description)
                on conflict (name) do update set description = excluded.description, gone = null
                """)
                .param("name", entry.name())
                .param("description", entry.description())
                .update();
    }

    void close(long id, Instant at) {
        sql.sql("update registry.service_type set gone = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isUsed(String name) {
        return sql.sql("select exists (select 1 from registry.service where type = :name and gone is null)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
