package vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.meeting.Actions;
import vigie.meeting.Invitation;
import vigie.meeting.Meetings;
import vigie.people.Actor;
import vigie.people.Role;

@InTheHouse
class DeskTest {
    @Autowired
    House.Keys house;

    @Autowired
    Meetings meetings;

    @Autowired
    Actions actions;

    @Test
    void what_waits_for_a_person_lies_on_their_desk_and_on_no_other() {
        house.as(Role.VO_MANAGER);
        var what = "Count the users " + UUID.randomUUID();
        var meeting =
                meetings.plan(Actor.HOUSE, Instant.parse("2033-01-04T13:00:00Z"), new Invitation("Odile", "Maud", ""));
        var action = actions.add(Actor.HOUSE, meeting, what, "Test VO_MANAGER", null);
        var mine = house.as(Role.VO_MANAGER).get("/").page();
        assertThat(mine.select("h1").text()).isEqualTo("Desk");
        assertThat(mine.select("main a[href=/actions/" + action + "]").text()).contains(what);
        assertThat(house.as(Role.READER).get("/").page().select("main .lines").text())
                .doesNotContain(what);
    }

    @Test
    void the_part_that_refreshes_itself_is_a_part_only_for_scripts() {
        var whole = house.as(Role.READER).get("/desk/now");
        assertThat(whole.whole().uri().getPath()).isEqualTo("/");
        assertThat(whole.page().select("[hx-get=/desk/now] .columns")).hasSize(1);
    }
}
