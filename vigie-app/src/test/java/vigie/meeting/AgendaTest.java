package vigie.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.words.Words;

/** Where what the rooms say stands in the agenda. */
class AgendaTest {
    @Test
    void a_section_without_a_point_of_its_own_joins_the_point_to_which_it_belongs() {
        var agenda = Agenda.of(
                Words.ENGLISH,
                List.of(point(500, "Operations"), point(510, "Old tickets")),
                List.of(drawn(515), drawn(510), drawn(505), drawn(530)),
                List.of(),
                List.of());
        assertThat(agenda.items()).extracting(Agenda.Item::number).containsExactly("5", "5.1", "5.3");
        assertThat(agenda.items())
                .extracting(item -> item.sections().stream().map(Drawn::place).toList())
                .containsExactly(List.of(505), List.of(510, 515), List.of(530));
    }

    @Test
    void a_point_of_that_number_keeps_its_section() {
        var agenda = Agenda.of(
                Words.ENGLISH,
                List.of(point(330, "EGI meetings"), point(331, "OMB")),
                List.of(drawn(331)),
                List.of(),
                List.of());
        assertThat(agenda.items()).extracting(Agenda.Item::number).containsExactly("3.3", "3.3 a)");
        assertThat(agenda.items().getLast().sections()).hasSize(1);
    }

    private static MeetingTable.StandingItem point(int place, String title) {
        return new MeetingTable.StandingItem(place, title);
    }

    private static Drawn drawn(int place) {
        return new Drawn("section" + place, place, "Section", "Nothing", List.of());
    }
}
