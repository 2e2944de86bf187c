package vigie.registry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Persons.Join;
import vigie.registry.Persons.Named;
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

    /** Everyone whom a contact or a spelling names. */
    List<Named> all() {
        return sql.sql("""
                with known as (
                    select coalesce(p.name, c.name) as name, s.name || ': ' || c.role as role
                      from registry.contact c join registry.site s on s.id = c.site and s.gone is null
                      left join registry.person_name p on p.spelling = c.name
                    union all
                    select name, null from registry.person_name)
                select name,
                       array(select spelling from registry.person_name p where p.name = known.name order by 1)
                         as spellings,
                       array_remove(array_agg(distinct role order by role), null) as roles
                  from known group by name order by name
                """)
                .query((row, index) -> new Named(
                        row.getString("name"),
                        List.of((String[]) row.getArray("spellings").getArray()),
                        List.of((String[]) row.getArray("roles").getArray())))
                .list();
    }

    Optional<String> nameOf(String spelling) {
        return sql.sql("select name from registry.person_name where spelling = :spelling")
                .param("spelling", spelling)
                .query(String.class)
                .optional();
    }

    boolean isKnown(String name) {
        return sql.sql("""
                select exists (select 1 from registry.contact where name = :name
                               union all select 1 from registry.person_name where name = :name)
                """).param("name", name).query(Boolean.class).single();
    }

    List<String> spellingsOf(String name) {
        return sql.sql("select spelling from registry.person_name where name = :name order by spelling")
                .param("name", name)
                .query(String.class)
                .list();
    }

    void move(List<String> spellings, String from, String to) {
        sql.sql("update registry.person_name set name = :to where name = :from and spelling = any(:spellings)")
                .param("to", to)
                .param("from", from)
                .param("spellings", spellings.toArray(String[]::new))
                .update();
    }

    void remove(String spelling) {
        sql.sql("delete from registry.person_name where spelling = :spelling")
                .param("spelling", spelling)
                .update();
    }

    long keep(Join join) {
        return sql.sql("""
                insert into registry.person_join (kept, joined, moved, at, who, reason)
                values (:kept, :joined, :moved, :at, :who, :reason) returning id
                """)
                .param("kept", join.kept())
                .param("joined", join.joined())
                .param("moved", join.moved().toArray(String[]::new))
                .param("at", join.at().atOffset(ZoneOffset.UTC))
                .param("who", join.who())
                .param("reason", join.reason())
                .query(Long.class)
                .single();
    }

    List<Join> joins() {
        return sql.sql("select * from registry.person_join order by id desc")
                .query((row, index) -> {
                    var undone = row.getObject("undone", OffsetDateTime.class);
                    return new Join(
                            row.getLong("id"),
                            row.getString("kept"),
                            row.getString("joined"),
                            List.of((String[]) row.getArray("moved").getArray()),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("who"),
                            row.getString("reason"),
                            undone == null ? null : undone.toInstant());
                })
                .list();
    }

    void undo(long id, Instant at) {
        sql.sql("update registry.person_join set undone = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
