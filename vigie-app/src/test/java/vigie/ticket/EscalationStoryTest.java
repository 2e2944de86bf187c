package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.agenda.AgendaLine;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Downtime;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Registrar;
import vigie.time.Interval;
import vigie.time.WorkingCalendar;
import vigie.words.Refusal;
import vigie.words.Words;

/** From the first failure to the notice of a suspension, on the hand clock. */
@InTheHouse
class EscalationStoryTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Problems problems;

    @Autowired
    Tickets tickets;

    @Autowired
    Escalations escalations;

    @Autowired
    StepDrafts drafts;

    @Autowired
    Amendments amendments;

    @Autowired
    TicketsWait waiting;

    @Autowired
    TicketsBeyondTheSite beyond;

    Trouble trouble;

    @BeforeEach
    void a_site() {
        trouble = new Trouble(house, registrar, tokens);
    }

    private Instant now() {
        return house.clock().instant();
    }

    private void until(Instant moment) {
        house.advance(Duration.between(now(), moment));
    }

    /** Months go by: what other tests read every half hour rests meanwhile. */
    private void untilFar(Instant moment) {
        house.sql().sql("update source.source set next_due = null").update();
        until(moment);
    }

    /** Ten in the morning of the next day on which somebody works. */
    private void tenOfAWorkingDay() {
        var day = WorkingCalendar.FRANCE.nextWorkingDay(now().atZone(PARIS).toLocalDate());
        until(day.atTime(10, 0).atZone(PARIS).toInstant());
    }

    private long open() {
        var draft = new Draft(
                trouble.site,
                0,
                "Jobs are lost",
                "x",
                Priority.URGENT,
                "en",
                UUID.randomUUID().toString());
        return tickets.open(Actor.HOUSE, draft);
    }

    private Asked asked(long id) {
        return escalations.asked(id).orElseThrow();
    }

    private void take(long id) {
        var was = asked(id).step();
        var text = drafts.of(tickets.ticket(id).orElseThrow(), was.next().orElseThrow());
        escalations.escalate(Actor.HOUSE, id, was, text, UUID.randomUUID().toString());
    }

    private List<String> waits(long id) {
        return Stream.concat(waiting.ripe(Actor.HOUSE), waiting.inVain(Actor.HOUSE))
                .filter(line -> ("" + line.link()).matches("/tickets/" + id + "(/step)?"))
                .map(AgendaLine::key)
                .toList();
    }

    private String lastLetter(long id) {
        return house.sql()
                .sql("select recipients || E'\\n' || subject || E'\\n' || body from mail.letter where thread = :thread"
                        + " order by id desc limit 1")
                .param("thread", "ticket:" + id)
                .query(String.class)
                .single();
    }

    private static Instant plus(Instant from, int days) {
        return WorkingCalendar.FRANCE.plusWorkingDays(from, days);
    }

    @Test
    void from_the_first_failure_to_the_notice_of_a_suspension() {
        house.as(Role.NGI_MANAGER);
        tenOfAWorkingDay();
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var problem = trouble.open(problems).getFirst();
        until(problem.due().plusSeconds(60));
        var drafted = new Draft(
                trouble.site,
                problem.id(),
                "se is down",
                "x",
                Priority.URGENT,
                "en",
                UUID.randomUUID().toString());
        var id = tickets.open(Actor.HOUSE, drafted);
        var days = Map.of(Step.SITE_FIRST, 3, Step.SITE_SECOND, 3, Step.NGI_MANAGER, 5, Step.OPERATIONS, 1);
        var due = now();
        for (var step : Step.values()) {
            assertThat(asked(id).step()).isEqualTo(step);
            if (step.next().isEmpty()) {
                break;
            }
            due = plus(now(), days.get(step));
            assertThat(asked(id).due()).isEqualTo(due);
            until(due.minusSeconds(60));
            assertThat(asked(id).ripe()).as("before " + due).isFalse();
            until(due);
            assertThat(asked(id).ripe()).as("at " + due).isTrue();
            assertThat(waits(id)).contains("ticket.waiting.step." + step.next().orElseThrow());
            take(id);
        }
        assertThat(beyond.lines(now(), now()))
                .filteredOn(line -> ("/tickets/" + id).equals(line.link()))
                .extracting(AgendaLine::key)
                .containsExactly("ticket.agenda.escalated.suspension_notice");
        assertThat(lastLetter(id))
                .contains("t-ngi-manager@example.org")
                .contains("suspension planned")
                .contains(trouble.name)
                .contains("Site, first contact")
                .contains("EGI Operations")
                .contains("se." + trouble.name.toLowerCase(java.util.Locale.ROOT));
        assertThatThrownBy(() -> escalations.escalate(Actor.HOUSE, id, Step.SUSPENSION_NOTICE, "x", ""))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_weekend_in_which_the_clocks_change_does_not_count() {
        var change = Objects.requireNonNull(PARIS.getRules().nextTransition(now().plus(Duration.ofDays(5))));
        var thursday = change.getInstant().atZone(PARIS).toLocalDate().minusDays(3);
        untilFar(thursday.atTime(10, 0).atZone(PARIS).toInstant());
        var id = open();
        var due = plus(now(), 3);
        assertThat(Duration.between(now(), due).toHours() % 24)
                .as("an hour more or less")
                .isIn(1L, 23L);
        until(due.minusSeconds(1));
        assertThat(asked(id).ripe()).isFalse();
        until(due);
        assertThat(asked(id).ripe()).isTrue();
        var facts = house.as(Role.DUTY_OPERATOR)
                .get("/tickets/" + id)
                .page()
                .select(".facts")
                .text();
        assertThat(facts).contains("3 working days (France)").contains("without the weekend");
    }

    @Test
    void a_holiday_in_the_week_moves_the_deadline_and_is_named() {
        var holiday = now().atZone(PARIS).toLocalDate().plusDays(3);
        while (WorkingCalendar.FRANCE.holidayName(holiday).isEmpty()
                || holiday.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            holiday = holiday.plusDays(1);
        }
        untilFar(holiday.minusDays(1).atTime(10, 0).atZone(PARIS).toInstant());
        var id = open();
        assertThat(asked(id).due()).isEqualTo(plus(now(), 3));
        var facts = house.as(Role.DUTY_OPERATOR)
                .get("/tickets/" + id)
                .page()
                .select(".facts")
                .text();
        assertThat(facts).contains("without the holiday").contains(Words.ENGLISH.day(holiday));
    }

    @Test
    void an_outage_announced_meanwhile_moves_the_deadline_to_its_end() {
        tenOfAWorkingDay();
        trouble.service("se");
        var id = open();
        var due = asked(id).due();
        var end = due.plus(Duration.ofHours(30));
        outage(now().plus(Duration.ofHours(25)), end);
        house.settle();
        var moved = asked(id);
        assertThat(moved.moved()).startsWith("downtime:");
        assertThat(moved.due()).isEqualTo(WorkingCalendar.FRANCE.plusWorkingDays(end, 0));
        until(due.plusSeconds(60));
        assertThat(asked(id).ripe()).isFalse();
        until(moved.due());
        assertThat(asked(id).ripe()).isTrue();
    }

    private void outage(Instant from, Instant to) {
        registrar.announce(
                Actor.HOUSE,
                new DowntimeEntry(
                        "",
                        trouble.name,
                        List.of(new HostAndType(
                                "se." + trouble.name.toLowerCase(java.util.Locale.ROOT) + ".example.org", "webdav")),
                        Downtime.Severity.OUTAGE,
                        true,
                        "cooling",
                        new Interval(from, to),
                        now()));
    }

    @Test
    void an_answer_of_the_site_begins_the_step_anew_and_a_word_of_those_on_duty_does_not() {
        tenOfAWorkingDay();
        var id = open();
        var first = asked(id).due();
        house.advance(Duration.ofHours(2));
        tickets.reply(Actor.HOUSE, id, "Any news?", false, "");
        assertThat(asked(id).due()).isEqualTo(first);
        house.over(Role.SITE_ADMINISTRATOR, trouble.site.value());
        var maud = house.people()
                .named("t-site-administrator-" + trouble.site.value())
                .orElseThrow();
        tickets.reply(maud, id, "We look.", false, "");
        assertThat(asked(id).due()).isEqualTo(plus(now(), 3));
    }

    @Test
    void a_ticket_on_hold_is_not_taken_further_before_its_reminder() {
        tenOfAWorkingDay();
        var id = open();
        var due = asked(id).due();
        tickets.move(Actor.HOUSE, id, State.ASSIGNED, State.ON_HOLD, "The part is ordered.");
        var day = plus(now(), 8).atZone(PARIS).toLocalDate();
        amendments.reminder(Actor.HOUSE, id, day, "It comes then.");
        until(due.plusSeconds(1));
        assertThat(asked(id).ripe()).isFalse();
        assertThat(asked(id).moved()).isEqualTo("hold");
        until(tickets.ticket(id).orElseThrow().reminder());
        assertThat(asked(id).ripe()).isTrue();
    }

    @Test
    void two_on_duty_at_once_take_one_step() {
        var id = open();
        take(id);
        assertThatThrownBy(() -> escalations.escalate(Actor.HOUSE, id, Step.SITE_FIRST, "again", ""))
                .isInstanceOf(Refusal.class);
        assertThat(asked(id).step()).isEqualTo(Step.SITE_SECOND);
    }

    @Test
    void the_draft_of_the_next_step_is_shown_in_the_language_of_the_ticket_and_sent_as_it_stands() {
        var id = open();
        var path = "/tickets/" + id;
        var ada = house.as(Role.DUTY_OPERATOR);
        var form = ada.get(path + "/step").page().selectFirst("form[action=" + path + "/step]");
        var text = form.selectFirst("textarea").wholeText();
        assertThat(text).startsWith("Hello,").contains("manager of NGI_FRANCE is told");
        var sent = ada.post(path + "/step", path + "/step", "was", "SITE_FIRST", "text", text, "key", "k" + id);
        assertThat(sent.page().select(".conversation").text()).contains("manager of NGI_FRANCE is told");
        assertThat(lastLetter(id)).contains("second reminder");
        assertThat(house.as(Role.READER).get(path + "/step").status()).isEqualTo(403);
    }

    @Test
    void who_is_to_reply_is_reminded_after_five_ten_and_fifteen_working_days_and_then_those_on_duty_look() {
        tenOfAWorkingDay();
        var id = open();
        tickets.move(Actor.HOUSE, id, State.ASSIGNED, State.WAITING_FOR_REPLY, "Which version?");
        var since = now();
        for (var count = 1; count <= 3; count++) {
            until(plus(since, 5 * count).minusSeconds(60));
            assertThat(asked(id).reminders()).isEqualTo(count - 1);
            assertThat(waits(id)).doesNotContain("ticket.waiting.in-vain");
            until(plus(since, 5 * count));
            assertThat(asked(id).reminders()).isEqualTo(count);
            assertThat(lastLetter(id)).contains("Reminder " + count);
        }
        assertThat(waits(id)).contains("ticket.waiting.in-vain");
        assertThat(asked(id).ripe()).as("nobody is asked further meanwhile").isFalse();
        tickets.move(Actor.HOUSE, id, State.WAITING_FOR_REPLY, State.IN_PROGRESS, "");
        assertThat(asked(id).reminders()).isZero();
    }

    @Test
    void what_the_house_does_by_itself_does_not_keep_a_ticket_from_being_stale() {
        var id = open();
        tickets.move(Actor.HOUSE, id, State.ASSIGNED, State.WAITING_FOR_REPLY, "Which version?");
        house.advance(Duration.ofDays(31));
        assertThat(asked(id).reminders()).isEqualTo(3);
        var list = "/tickets?state=STALE&site=" + trouble.name;
        assertThat(house.as(Role.DUTY_OPERATOR)
                        .get(list)
                        .page()
                        .select("main .list tbody")
                        .text())
                .contains("#" + id + " ");
        house.as(Role.DUTY_OPERATOR).post("/tickets/" + id, "/tickets/" + id + "/reply", "text", "Well?", "key", "");
        assertThat(house.as(Role.DUTY_OPERATOR)
                        .get(list)
                        .page()
                        .select("main .list tbody")
                        .text())
                .doesNotContain("#" + id + " ");
    }
}
