package vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.duty.Roster;
import vigie.meeting.Actions;
import vigie.meeting.Invitation;
import vigie.meeting.Meetings;
import vigie.monitor.Statuses;
import vigie.people.Actor;
import vigie.people.People;
import vigie.people.Role;
import vigie.registry.Federation;

@InTheHouse
class DeskTest {
    @Autowired
    House.Keys house;

    @Autowired
    Meetings meetings;

    @Autowired
    Actions actions;

    @Autowired
    Federation federation;

    @Autowired
    Statuses statuses;

    @Autowired
    Roster roster;

    @Autowired
    People people;

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

    @Test
    void one_problem_is_one_line_and_a_number_opens_the_list_behind_it() {
        var who = Actor.HOUSE;
        var desk = new Desks(
                        List.of(
                                waiting("problem.waiting", "/problems", "/problems/7"),
                                waiting("ticket.waiting", "/tickets", "/tickets/new?problem=7", "/tickets/8")),
                        federation,
                        statuses,
                        meetings,
                        roster,
                        people)
                .of(who, house.clock().instant());
        assertThat(desk.waiting())
                .extracting(
                        Desk.Pile::list,
                        pile -> pile.lines().stream().map(AgendaLine::link).toList())
                .containsExactly(tuple("/problems", List.of("/problems/7")), tuple("/tickets", List.of("/tickets/8")));
    }

    private static Waiting waiting(String key, String list, String... links) {
        return new Waiting() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public int place() {
                return list.equals("/problems") ? 1 : 2;
            }

            @Override
            public String list() {
                return list;
            }

            @Override
            public List<AgendaLine> lines(Actor who, Instant now) {
                return Arrays.stream(links)
                        .map(link -> AgendaLine.of(link, key))
                        .toList();
            }
        };
    }
}
