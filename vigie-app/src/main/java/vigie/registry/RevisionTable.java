package vigie.registry;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Difference.Kind;

/** All SQL of {@code registry.revision}: which deeds of the journal changed which entry. */
@Component
class RevisionTable {
    private final JdbcClient sql;

    RevisionTable(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(Kind kind, long entry, long deed) {
        sql.sql("insert into registry.revision (kind, entry, deed) values (:kind, :entry, :deed)")
                .param("kind", kind.name())
                .param("entry", entry)
                .param("deed", deed)
                .update();
    }

    /** The newest deed; 0 where the entry is as it was first added. */
    long latest(Kind kind, long entry) {
        return sql.sql("""
                select coalesce(max(deed), 0) from registry.revision where kind = :kind and entry = :entry
                """)
                .param("kind", kind.name())
                .param("entry", entry)
                .query(Long.class)
                .single();
    }

    List<Long> since(Kind kind, long entry, long version) {
        return sql.sql("""
                select deed from registry.revision where kind = :kind and entry = :entry and deed > :version
                 order by deed desc limit 50
                """)
                .param("kind", kind.name())
                .param("entry", entry)
                .param("version", version)
                .query(Long.class)
                .list();
    }
}
