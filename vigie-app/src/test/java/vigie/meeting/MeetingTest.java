package vigie.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.journal.Deed;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.words.Refusal;
import vigie.words.Words;

@InTheHouse
class MeetingTest {
    private static final AtomicLong MINUTES = new AtomicLong();

    @Autowired
    House.Keys house;

    @Autowired
    Meetings meetings;

    @Autowired
    Actions actions;

    @Autowired
    Journal journal;

    @Autowired
    Tokens tokens;

    @Autowired
    ActionTable actionTable;

    private long planned() {
        var begins = Instant.parse("2031-01-01T13:00:00Z").plus(Duration.ofMinutes(MINUTES.incrementAndGet()));
        return meetings.plan(Actor.HOUSE, begins, new Invitation("Odile", "Maud", "https://visio.example.org/ops"));
    }

    private Actor actorOf(Role role) {
        house.as(role);
        return house.people()
                .named("t-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .orElseThrow();
    }

    @Test
    void a_manager_plans_a_meeting_and_its_page_has_the_standing_points() {
        var manager = house.as(Role.NGI_MANAGER);
        var page = manager.post("/meetings", "/meetings", "begins", "2030-04-23T14:00", "chair", "Odile", "link", "")
                .page();
        assertThat(page.select("h1").text()).isEqualTo("Operations meeting, Tuesday 23 April 2030");
        assertThat(page.select(".agenda h4").eachText())
                .contains("5.1 Tickets without progress for a month or more", "5.2 Problems raised by sites");
        assertThat(page.select("#p100 .empty").text()).isEqualTo("No minutes to approve.");
        var again = manager.post("/meetings", "/meetings", "begins", "2030-04-23T14:00", "chair", "Odile");
        assertThat(again.page().select("#fault-begins").text()).contains("another moment");
    }

    @Test
    void a_form_that_is_refused_keeps_what_was_typed() {
        var page = house.as(Role.NGI_MANAGER)
                .post("/meetings", "/meetings", "begins", "tomorrow", "chair", "Salma", "link", "ftp://x")
                .page();
        assertThat(page.select("#fault-begins").text()).contains("'tomorrow'", "2013-04-23T14:00");
        assertThat(page.select("#chair").val()).isEqualTo("Salma");
    }

    @Test
    void a_reader_sees_the_agenda_and_adds_nothing() {
        var id = planned();
        var reader = house.as(Role.READER);
        assertThat(reader.get("/meetings/" + id).page().select("main form")).isEmpty();
        var refused = reader.post(
                "/meetings/" + id, "/meetings/" + id + "/topics", "place", "400", "title", "Not mine to add");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(reader.post("/meetings", "/meetings", "begins", "2030-05-01T10:00")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_operator_adds_a_topic_but_does_not_freeze() {
        var id = planned();
        var operator = house.as(Role.DUTY_OPERATOR);
        var page = operator.post(
                        "/meetings/" + id,
                        "/meetings/" + id + "/topics",
                        "place",
                        "520",
                        "title",
                        "Failing probes at SUBATECH",
                        "said",
                        "Seen <b>twice</b>")
                .page();
        assertThat(page.select("#p520 .topic strong").text()).isEqualTo("Failing probes at SUBATECH");
        assertThat(page.select("#p520 .said").text()).isEqualTo("Seen <b>twice</b>");
        assertThat(operator.post("/meetings/" + id, "/meetings/" + id + "/freeze")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_topic_goes_only_under_a_point_of_the_agenda() {
        var id = planned();
        assertThatThrownBy(() -> meetings.addTopic(Actor.HOUSE, id, 990, "Nowhere", ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("9.9");
    }

    @Test
    void freezing_keeps_what_was_seen() {
        var id = planned();
        var what = "Draw the map " + UUID.randomUUID();
        var action = actions.add(Actor.HOUSE, id, what, "Luc", LocalDate.of(2031, 2, 1));
        assertThat(seen(id)).anySatisfy(line -> assertThat(line).contains(what));
        meetings.freeze(Actor.HOUSE, id);
        actions.done(Actor.HOUSE, action, "Drawn");
        assertThat(seen(id)).anySatisfy(line -> assertThat(line).contains(what));
        assertThat(seen(planned())).noneSatisfy(line -> assertThat(line).contains(what));
        var french = meetings.agenda(meetings.meeting(id).orElseThrow(), Words.FRENCH);
        assertThat(french.items())
                .filteredOn(item -> item.place() == 800)
                .flatExtracting(Agenda.Item::sections)
                .flatExtracting(Drawn::lines)
                .extracting(Drawn.Line::text)
                .anySatisfy(line -> assertThat(line).contains(what, "samedi 1 février 2031"));
        assertThatThrownBy(() -> meetings.freeze(Actor.HOUSE, id)).hasMessageContaining("frozen already");
    }

    @Test
    void a_meeting_is_closed_once_frozen_and_then_takes_nothing_more() {
        var id = planned();
        assertThatThrownBy(() -> meetings.close(Actor.HOUSE, id)).hasMessageContaining("must be frozen");
        meetings.freeze(Actor.HOUSE, id);
        meetings.attend(Actor.HOUSE, id, "Yves", "IN2P3-LAPP");
        meetings.close(Actor.HOUSE, id);
        assertThatThrownBy(() -> meetings.attend(Actor.HOUSE, id, "Salma", "GRIF"))
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> actions.add(Actor.HOUSE, id, "Too late", "Luc", null))
                .hasMessageContaining("closed");
        assertThat(meetings.attendance(id)).containsExactly(new Attendance("Yves", "IN2P3-LAPP"));
        assertThat(journal.about("meeting:" + id))
                .extracting(Deed::deed)
                .contains("meeting.planned", "meeting.frozen", "meeting.attended", "meeting.closed");
    }

    @Test
    void closing_may_plan_the_next_one_with_the_same_people() {
        var id = planned();
        meetings.freeze(Actor.HOUSE, id);
        var page = house.as(Role.NGI_MANAGER)
                .post("/meetings/" + id, "/meetings/" + id + "/close", "next", "2032-05-28T14:00")
                .page();
        assertThat(page.select("h1").text()).isEqualTo("Operations meeting, Friday 28 May 2032");
        assertThat(page.select(".facts dd").eachText()).contains("Odile", "Maud");
    }

    @Test
    void an_action_outlives_its_meeting_and_waits_for_its_owner() {
        var id = planned();
        var what = "Ask the sites again " + UUID.randomUUID();
        var officer = actorOf(Role.SECURITY_OFFICER);
        var action = actions.add(Actor.HOUSE, id, what, officer.name(), LocalDate.of(2031, 3, 1));
        meetings.freeze(Actor.HOUSE, id);
        meetings.close(Actor.HOUSE, id);
        var waits = new ActionsWait(actionTable);
        assertThat(waits.lines(officer, house.clock().instant()))
                .anySatisfy(line -> assertThat(line.arguments()).contains(what));
        assertThat(waits.lines(actorOf(Role.READER), house.clock().instant()))
                .noneSatisfy(line -> assertThat(line.arguments()).contains(what));
        var another = house.as(Role.VO_MANAGER)
                .post("/actions/" + action, "/actions/" + action + "/done", "outcome", "Not mine");
        assertThat(another.status()).isEqualTo(403);
        var done = house.as(Role.SECURITY_OFFICER)
                .post("/actions/" + action, "/actions/" + action + "/done", "outcome", "All answered");
        assertThat(done.page().select(".facts dd").eachText()).contains("All answered");
        assertThatThrownBy(() -> actions.done(officer, action, "Again")).hasMessageContaining("done already");
    }

    @Test
    void machines_read_the_agenda_too() {
        var id = planned();
        meetings.addTopic(Actor.HOUSE, id, 400, "Cloud group", "Three sites");
        var manager = actorOf(Role.NGI_MANAGER);
        var token = tokens.make(manager.person(), "meetings", java.util.Set.of(Right.READ), Duration.ofHours(1));
        var whole = house.nobody().json("GET", "/api/v1/meetings/" + id, token, "");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text()).contains("\"number\":\"5.1\"", "Cloud group", "\"state\":\"PLANNED\"");
        assertThat(house.nobody().json("GET", "/api/v1/meetings", token, "").text())
                .contains("\"id\":" + id);
        assertThat(house.nobody().json("GET", "/api/v1/meetings/0", token, "").status())
                .isEqualTo(404);
    }

    private List<String> seen(long id) {
        return meetings.agenda(meetings.meeting(id).orElseThrow(), Words.ENGLISH).items().stream()
                .flatMap(item -> item.sections().stream())
                .flatMap(section -> section.lines().stream())
                .map(Drawn.Line::text)
                .toList();
    }
}
