package vigie.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.agenda.AgendaSection;
import vigie.agenda.Vital;
import vigie.agenda.Waiting;
import vigie.people.Right;
import vigie.people.Role;
import vigie.timekeeper.Timed;
import vigie.timekeeper.TrueTime;
import vigie.words.Words;

@InTheHouse
class UpkeepTest {
    @Autowired
    House.Keys house;

    @Autowired
    Tokens tokens;

    @Autowired
    TrueTime time;

    @Autowired
    List<Waiting> waiting;

    @Autowired
    List<AgendaSection> sections;

    @Test
    void the_page_tells_every_sign_and_a_reader_does_not_see_it() {
        var page = house.as(Role.DUTY_OPERATOR).get("/upkeep").page();
        assertThat(page.select("h1").text()).isEqualTo("Is Vigie well?");
        assertThat(page.select(".list").first().select("tbody tr").size()).isGreaterThanOrEqualTo(3);
        assertThat(house.as(Role.READER).get("/upkeep").status()).isEqualTo(403);
    }

    @Test
    void everything_that_waits_for_its_time_has_a_name_that_can_be_said() {
        assertThat(house.timekeeper().everything())
                .extracting(Timed::name)
                .filteredOn(name -> !Words.FRENCH.knows(name))
                .isEmpty();
    }

    @Test
    void every_pile_of_a_desk_and_every_section_of_an_agenda_can_be_said_also_when_empty() {
        assertThat(Stream.concat(
                        waiting.stream().map(Waiting::key), sections.stream().map(AgendaSection::key)))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(Words.FRENCH.all()).containsKeys(key, key + ".empty"));
    }

    @Test
    void an_event_that_nobody_has_heard_for_ten_minutes_is_told() {
        var events = new EventsAreHeard(house.sql(), time);
        var before = events.signs(Instant.EPOCH).getFirst();
        assertThat(before.well()).isTrue();
        house.sql().sql("""
                insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)
                values ('00000000-0000-4000-8000-00000000feed', 'test', 'test', '{}', now() - interval '11 minutes')
                """).update();
        try {
            assertThat(events.signs(Instant.EPOCH))
                    .singleElement()
                    .satisfies(sign -> assertThat(sign.well()).isFalse())
                    .extracting(Vital::value)
                    .isEqualTo(1.0);
        } finally {
            house.sql()
                    .sql("delete from event_publication where listener_id = 'test'")
                    .update();
        }
    }

    @Test
    void prometheus_reads_the_same_signs_with_a_token_for_it_and_with_no_other() {
        house.as(Role.NGI_MANAGER);
        var manager = house.people().named("t-ngi-manager").orElseThrow().person();
        var right = tokens.make(manager, "prometheus", Set.of(Right.READ_UPKEEP), Duration.ofHours(1));
        var wrong = tokens.make(manager, "other", Set.of(Right.READ), Duration.ofHours(1));
        assertThat(house.nobody().json("GET", "/metrics", right, "").text())
                .contains("vigie_vital_well{sign=\"upkeep.events-stuck\"} 1.0", "vigie_vital{sign=", "jvm_memory");
        assertThat(house.nobody().json("GET", "/metrics", wrong, "").status()).isEqualTo(403);
        assertThat(house.nobody().get("/metrics").status()).isEqualTo(401);
        assertThat(house.as(Role.ADMINISTRATOR).get("/actuator/prometheus").status())
                .isEqualTo(404);
    }
}
