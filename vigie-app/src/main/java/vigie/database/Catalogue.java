package vigie.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the database says it holds, system tables apart. */
record Catalogue(Connection connection) {
    private static final String OURS =
            "n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%' and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')";

    /** One row turned into a thing. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Tables to copy, a partitioned one as a whole; columns that PostgreSQL computes itself are left out. */
    Map<String, String> columnsByTable() throws SQLException {
        var found = new TreeMap<String, String>();
        var pairs = list("""
                select format('%I.%I', n.nspname, c.relname),
                       coalesce((select string_agg(quote_ident(a.attname), ',' order by a.attnum) from pg_attribute a
                                  where a.attrelid = c.oid and a.attnum > 0
                                    and not a.attisdropped and a.attgenerated = ''), '')
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' and OURS
                """.replace("OURS", OURS), row -> new String[] {row.getString(1), row.getString(2)});
        pairs.forEach(pair -> found.put(pair[0], pair[1]));
        return found;
    }

    List<Manifest.Partition> partitions() throws SQLException {
        return list("""
                select format('%I.%I', n.nspname, c.relname), format('%I.%I', pn.nspname, p.relname),
                       pg_get_expr(c.relpartbound, c.oid)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_inherits i on i.inhrelid = c.oid
                  join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
                 where c.relispartition and c.relkind in ('r', 'p')
                 order by 1
                """, row -> new Manifest.Partition(row.getString(1), row.getString(2), row.getString(3)));
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        var names = list("""
                select format('%I.%I', n.nspname, c.relname)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'S' and OURS order by 1
                """.replace("OURS", OURS), row -> row.getString(1));
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var name : names) {
            sequences.addAll(list(
                    "select last_value, is_called from " + name,
                    row -> new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    /** The statements that take away, and give back, the constraints between tables. */
    List<String[]> constraints() throws SQLException {
        return list("""
                select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname),
                       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
                  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                 where k.contype = 'f' and k.conparentid = 0 and OURS
                """.replace("OURS", OURS), row -> new String[] {row.getString(1), row.getString(2)});
    }

    List<String> schemas() throws SQLException {
        return list(
                "select quote_ident(nspname) from pg_namespace where nspname <> 'information_schema' and nspname not like 'pg\\_%' order by 1",
                row -> row.getString(1));
    }

    /** The last migration that ran, by room. */
    Map<String, String> rooms() throws SQLException {
        var rooms = new TreeMap<String, String>();
        for (var table : columnsByTable().keySet()) {
            var plain = table.replace("\"", "");
            if (plain.startsWith(Migrations.HISTORY)) {
                var last = list(
                        "select version from " + table
                                + " where success and version is not null order by installed_rank desc limit 1",
                        row -> row.getString(1));
                rooms.put(Migrations.room(plain), last.isEmpty() ? "0" : last.getFirst());
            }
        }
        return rooms;
    }

    boolean has(String table) throws SQLException {
        return list("select to_regclass('" + table + "') is not null", row -> row.getBoolean(1))
                .getFirst();
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> List<T> list(String sql, Row<T> row) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(row.read(rows));
            }
        }
        return found;
    }
}
