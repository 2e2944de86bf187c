package vigie.expertise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code expertise.expert}. */
@Component
class ExpertTable {
    private final JdbcClient sql;

    ExpertTable(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(Expert expert) {
        sql.sql("""
                insert into expertise.expert (person, about, products, product_keys, named, asked, said)
                values (:person, :about, string_to_array(:products, E'\\n'), string_to_array(:keys, E'\\n'), :named,
                        :asked, :said)
                on conflict (person) do update set about = excluded.about, products = excluded.products,
                       product_keys = excluded.product_keys, named = excluded.named, asked = excluded.asked,
                       said = excluded.said
                """)
                .param("person", expert.person())
                .param("about", expert.about())
                .param("products", String.join("\n", expert.products()))
                .param(
                        "keys",
                        String.join(
                                "\n",
                                expert.products().stream().map(Folded::key).toList()))
                .param("named", expert.named())
                .param("asked", expert.asked())
                .param("said", utc(expert.said()))
                .update();
    }

    boolean delete(long person) {
        return sql.sql("delete from expertise.expert where person = :person")
                        .param("person", person)
                        .update()
                == 1;
    }

    Optional<Expert> find(long person) {
        return sql.sql("select * from expertise.expert where person = :person")
                .param("person", person)
                .query(ExpertTable::expert)
                .optional();
    }

    List<Expert> all() {
        return sql.sql("select * from expertise.expert order by person")
                .query(ExpertTable::expert)
                .list();
    }

    /** Those who know one of these products. */
    List<Expert> on(List<String> keys) {
        return sql.sql("""
                select * from expertise.expert where product_keys && string_to_array(:keys, E'\\n') order by person
                """)
                .param("keys", String.join("\n", keys))
                .query(ExpertTable::expert)
                .list();
    }

    List<String> products() {
        return sql.sql("select distinct p from expertise.expert, unnest(products) as p order by 1")
                .query(String.class)
                .list();
    }

    /** When the oldest entry was last confirmed. */
    Optional<Instant> oldest() {
        return sql.sql("select min(said) from expertise.expert")
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    List<Long> saidBy(Instant moment) {
        return sql.sql("select person from expertise.expert where said <= :moment order by person")
                .param("moment", utc(moment))
                .query(Long.class)
                .list();
    }

    private static Expert expert(ResultSet row, int index) throws SQLException {
        return new Expert(
                row.getLong("person"),
                "",
                row.getString("about"),
                List.of((String[]) row.getArray("products").getArray()),
                row.getBoolean("named"),
                row.getBoolean("asked"),
                row.getObject("said", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
