package vigie.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;

@InTheHouse
class SourcesAnswerTest {
    @Autowired
    House.Keys house;

    @Autowired
    SourcesAnswer signs;

    @Test
    void a_source_that_is_read_by_the_clock_and_failed_is_told_by_its_name() {
        var name = "dead-" + UUID.randomUUID().toString().substring(0, 8);
        var id = house.sql().sql("""
                        insert into source.source (name, kind, url, every) values (:name, 'FILES', '', 300) returning id
                        """).param("name", name).query(Long.class).single();
        house.sql().sql("""
                        insert into source.run (source, who, by_itself, dry, began, ended, outcome)
                        values (:id, 'vigie', true, false, now(), now(), 'FAILED')
                        """).param("id", id).update();
        try {
            assertThat(signs.signs(Instant.EPOCH)).singleElement().satisfies(sign -> {
                assertThat(sign.well()).isFalse();
                assertThat(sign.arguments().toString()).contains(name);
            });
        } finally {
            house.sql()
                    .sql("delete from source.source where id = :id")
                    .param("id", id)
                    .update();
        }
    }
}
