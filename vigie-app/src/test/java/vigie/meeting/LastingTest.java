package vigie.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.mail.LetterOnFile;
import vigie.mail.Notifications;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.words.Refusal;

/** What lasts beyond one meeting: standing points, links, reminders, the calendar. */
@InTheHouse
class LastingTest {
    private static final AtomicLong MINUTES = new AtomicLong();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    House.Keys house;

    @Autowired
    Meetings meetings;

    @Autowired
    Actions actions;

    @Autowired
    Points points;

    @Autowired
    Notifications post;

    private long planned() {
        var begins = Instant.parse("2033-01-01T13:00:00Z").plus(Duration.ofMinutes(MINUTES.incrementAndGet()));
        return meetings.plan(Actor.HOUSE, begins, new Invitation("Odile", "Maud", "https://visio.example.org/a,b"));
    }

    @Test
    void a_point_that_is_added_stands_on_live_agendas_and_not_on_frozen_ones() {
        var live = planned();
        var frozen = planned();
        meetings.freeze(Actor.HOUSE, frozen);
        var manager = house.as(Role.NGI_MANAGER);
        assertThat(manager.post("/meetings/points", "/meetings/points", "number", "9.7", "title", "Cloud")
                        .page()
                        .select(".notice")
                        .text())
                .contains("noted");
        assertThat(manager.get("/meetings/" + live).page().select("#p970").text())
                .contains("9.7", "Cloud");
        assertThat(manager.get("/meetings/" + frozen).page().select("#p970")).isEmpty();
        manager.post("/meetings/points", "/meetings/points", "number", "9.7", "title", "Cloud and tokens");
        assertThat(manager.get("/meetings/" + live).page().select("#p970").text())
                .contains("Cloud and tokens");
        var topic = meetings.addTopic(Actor.HOUSE, live, 970, "Which site?", "");
        assertThat(topic).isPositive();
        assertThatThrownBy(() -> points.remove(Actor.HOUSE, 970))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("9.7");
        meetings.freeze(Actor.HOUSE, live);
        manager.post("/meetings/points", "/meetings/points/970/remove");
        assertThat(manager.get("/meetings/" + live).page().select("#p970").text())
                .as("kept as it was")
                .contains("Which site?");
        assertThat(manager.get("/meetings/" + planned()).page().select("#p970")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "12", "5.", "5.0", "5.1.1", "x", "3.3 k)"})
    void a_number_that_no_minutes_would_write_is_refused_at_its_field(String number) {
        assertThat(house.as(Role.NGI_MANAGER)
                        .post("/meetings/points", "/meetings/points", "number", number, "title", "x")
                        .page()
                        .select("#fault-number"))
                .hasSize(1);
    }

    @Test
    void a_link_is_put_under_a_point_by_anyone_who_may_add_and_taken_away_by_its_owner() {
        var id = planned();
        var page = "/meetings/" + id;
        var operator = house.as(Role.DUTY_OPERATOR);
        operator.post(page, page + "/links", "place", "520", "url", "https://indico.example.org/1", "title", "Slides");
        assertThat(operator.get(page)
                        .page()
                        .select("#p520 a[href=https://indico.example.org/1]")
                        .text())
                .isEqualTo("Slides");
        assertThat(operator.post(page, page + "/links", "place", "520", "url", "javascript:alert(1)")
                        .page()
                        .select("#fault-url"))
                .hasSize(1);
        var remove = operator.get(page)
                .page()
                .select("form[action*=/links/][action$=/remove]")
                .attr("action");
        assertThat(house.as(Role.VO_MANAGER).post(page, remove).status()).isEqualTo(403);
        operator.post(page, remove);
        assertThat(operator.get(page).page().select("#p520 a[href^=https]")).isEmpty();
    }

    @Test
    void the_owner_of_an_action_is_reminded_before_its_day_and_once_after_it() {
        house.as(Role.DUTY_OPERATOR);
        var id = planned();
        var due = LocalDate.ofInstant(house.clock().instant(), PARIS).plusDays(4);
        var what = "Draw the map " + UUID.randomUUID();
        var action = actions.add(Actor.HOUSE, id, what, "Test DUTY_OPERATOR", due);
        var done = actions.add(Actor.HOUSE, id, "Done early", "Test DUTY_OPERATOR", due);
        actions.done(Actor.HOUSE, done, "done");
        var stranger = actions.add(Actor.HOUSE, id, "Of somebody else", "Nobody whom Vigie knows", due);
        assertThat(letters(action)).isEmpty();
        house.advance(Duration.ofDays(3));
        assertThat(post.ofThread("action:" + action))
                .singleElement()
                .extracting(LetterOnFile::subject)
                .asString()
                .contains("bientôt", what);
        house.advance(Duration.ofDays(3));
        assertThat(letters(action)).hasSize(2);
        house.advance(Duration.ofDays(1));
        assertThat(letters(action)).as("twice is enough").hasSize(2);
        assertThat(letters(done)).isEmpty();
        assertThat(letters(stranger)).isEmpty();
    }

    @Test
    void a_reminder_is_in_the_language_that_its_reader_has_chosen() {
        var name = "Luc " + UUID.randomUUID();
        var login = "luc-" + MINUTES.incrementAndGet();
        var person = house.accounts().open(login, name, login + "@example.org", House.PASSWORD, Role.DUTY_OPERATOR);
        house.people().setLanguage(person, "en");
        var due = LocalDate.ofInstant(house.clock().instant(), PARIS).plusDays(4);
        var action = actions.add(Actor.HOUSE, planned(), "Draw the map", name, due);
        house.advance(Duration.ofDays(3));
        assertThat(letters(action))
                .singleElement()
                .extracting(LetterOnFile::subject)
                .asString()
                .contains("Action due soon: Draw the map");
    }

    private java.util.List<LetterOnFile> letters(long action) {
        return post.ofThread("action:" + action);
    }

    @Test
    void the_calendar_has_every_meeting_once_with_an_end_and_escaped_words() {
        var id = planned();
        var answer = house.as(Role.READER).get("/meetings.ics");
        assertThat(answer.whole().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/calendar");
        assertThat(answer.text())
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .containsOnlyOnce("UID:meeting-" + id + "@vigie\r\n")
                .contains("DTSTART:20330101T13", "LOCATION:https://visio.example.org/a\\,b\r\n");
        assertThat(house.nobody().get("/meetings.ics").whole().uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void a_long_line_of_the_calendar_goes_on_after_a_space_and_no_sign_is_cut() {
        var text = new StringBuilder();
        MeetingCalendar.line(text, "SUMMARY:" + "é".repeat(100));
        assertThat(text.toString().split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.toString().replace("\r\n ", "")).isEqualTo("SUMMARY:" + "é".repeat(100) + "\r\n");
    }

    @Test
    void a_series_is_planned_by_its_rule_after_the_last_meeting_and_on_working_days() {
        var last = meetings.all().getFirst().begins().atZone(PARIS).toLocalDate();
        var manager = house.as(Role.NGI_MANAGER);
        assertThat(manager.post("/meetings", "/meetings/series", "rule", "FREQ=DAILY", "time", "14:00", "many", "2")
                        .page()
                        .select("#fault-rule"))
                .hasSize(1);
        assertThat(manager.post(
                                "/meetings",
                                "/meetings/series",
                                "rule",
                                "FREQ=WEEKLY;BYDAY=TU",
                                "time",
                                "14:00",
                                "many",
                                "2")
                        .page()
                        .select(".notice")
                        .text())
                .contains("2");
        var planned = meetings.all().stream()
                .map(meeting -> meeting.begins().atZone(PARIS))
                .filter(begins -> begins.toLocalDate().isAfter(last))
                .toList();
        assertThat(planned).hasSize(2).allMatch(begins -> begins.getHour() == 14);
    }
}
