package vigie.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vigie.House;
import vigie.InTheHouse;
import vigie.helpdesk.ZammadDouble.Fault;
import vigie.mail.Notifications;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.SiteId;
import vigie.ticket.Draft;
import vigie.ticket.Entry;
import vigie.ticket.Outside;
import vigie.ticket.Priority;
import vigie.ticket.State;
import vigie.ticket.Ticket;
import vigie.ticket.Tickets;
import vigie.words.Words;

/** Tickets live here and at a helpdesk, whatever happens to what is asked of it on the way. */
@InTheHouse
class BridgeStoryTest {
    private static final String GROUP = "NGIs::NGI_FRANCE";

    @Autowired
    House.Keys house;

    @Autowired
    Rooms rooms;

    @Autowired
    Tickets tickets;

    @Autowired
    Outside outside;

    @Autowired
    Registrar registrar;

    @Autowired
    Notifications post;

    @Autowired
    HelpdeskHistory history;

    @Autowired
    IntakeTable intakes;

    private final String name = "d" + UUID.randomUUID().toString().substring(0, 8);
    private final String siteName = "BRIDGE-" + name;
    private ZammadDouble desk;
    private Bridge bridge;
    private SiteId site;

    @BeforeEach
    void a_site_and_a_helpdesk() {
        desk = new ZammadDouble(() -> house.clock().instant(), 1000);
        site = registrar.add(Actor.HOUSE, SiteEntry.of(siteName, "NGI_FRANCE", name + "@example.org"), "test");
        bridge = bridge(Connection.Mode.BOTH, false, "");
    }

    @AfterEach
    void the_helpdesk_is_shut() {
        desk.close();
    }

    private Bridge bridge(Connection.Mode mode, boolean test, String states) {
        return new Bridge(
                new Connection(
                        name,
                        mode,
                        desk.url(),
                        ZammadDouble.TOKEN,
                        List.of(GROUP),
                        test,
                        "Vigie-Test",
                        List.of("wlcg_sites", "site"),
                        "",
                        states,
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(1),
                        50),
                rooms,
                JsonMapper.shared());
    }

    /** Lets time go by; the bridge does what falls due on the way. */
    private void go(Duration time) {
        var end = house.clock().instant().plus(time);
        for (var due = bridge.nextDue(); due.isPresent() && !due.get().isAfter(end); due = bridge.nextDue()) {
            var now = house.clock().instant();
            if (due.get().isAfter(now)) {
                house.advance(Duration.between(now, due.get()));
            }
            bridge.round(house.clock().instant());
        }
        house.advance(Duration.between(house.clock().instant(), end));
    }

    private Ticket theirs(long foreignId) {
        return tickets.ticket(rooms.links().there(name, foreignId).orElseThrow().ticket())
                .orElseThrow();
    }

    private long ours(String subject) {
        return tickets.open(
                Actor.HOUSE,
                new Draft(
                        site,
                        0,
                        subject + " " + name,
                        "It fails.",
                        Priority.URGENT,
                        "en",
                        UUID.randomUUID().toString()));
    }

    /** Those at the helpdesk that are this ticket of ours. */
    private List<Map<String, Object>> there(String subject) {
        return desk.tickets().stream()
                .filter(ticket -> ticket.get("title").toString().contains(subject + " " + name))
                .toList();
    }

    private long idThere(String subject) {
        assertThat(there(subject)).hasSize(1);
        return (Long) there(subject).getFirst().get("id");
    }

    private List<Entry> said(long ticket) {
        return outside.said(ticket, 0, "none such");
    }

    @Test
    void a_ticket_of_theirs_comes_here_with_what_was_said_and_nobody_is_mailed() {
        go(Duration.ZERO);
        var id = desk.open(GROUP, siteName, "Transfers fail", "All of them.");
        desk.html(id, "<div>Since <b>Monday</b><br>at 10</div>");
        desk.say(id, "The shifter is new.", true);
        go(Duration.ofMinutes(6));
        var ticket = theirs(id);
        assertThat(ticket.site()).isEqualTo(site);
        assertThat(ticket.subject()).isEqualTo("Transfers fail");
        assertThat(ticket.state()).isEqualTo(State.ASSIGNED);
        assertThat(ticket.openedBy()).isEqualTo("Salma (%s #1%d)".formatted(name, id));
        assertThat(said(ticket.id()))
                .extracting(Entry::text)
                .containsExactly("All of them.", "Since Monday\nat 10", "The shifter is new.");
        assertThat(said(ticket.id())).extracting(Entry::kind).containsExactly("MESSAGE", "MESSAGE", "NOTE");
        desk.change(id, "state", "in progress");
        desk.change(id, "priority", "very urgent");
        go(Duration.ofMinutes(6));
        assertThat(theirs(id).state()).isEqualTo(State.IN_PROGRESS);
        assertThat(theirs(id).priority()).isEqualTo(Priority.VERY_URGENT);
        go(Duration.ofMinutes(30));
        assertThat(said(ticket.id())).hasSize(3);
        assertThat(desk.articles(id)).hasSize(3);
        assertThat(post.ofThread(ticket.thread())).isEmpty();
    }

    @Test
    void a_ticket_of_ours_goes_there_and_is_never_heard_back() {
        go(Duration.ZERO);
        var ticket = ours("SRM fails");
        go(Duration.ofMinutes(6));
        var id = idThere("SRM fails");
        assertThat(desk.ticket(id)).containsEntry("wlcg_sites", siteName).containsEntry("state", "assigned");
        assertThat(desk.articles(id).getFirst().get("body").toString()).startsWith("Vigie:\n\nIt fails.");
        tickets.reply(
                Actor.HOUSE, ticket, "Look at pool 3.", false, UUID.randomUUID().toString());
        tickets.reply(
                Actor.HOUSE, ticket, "Between us.", true, UUID.randomUUID().toString());
        tickets.move(Actor.HOUSE, ticket, State.ASSIGNED, State.SOLVED, "Pool restarted.");
        go(Duration.ofMinutes(6));
        assertThat(desk.ticket(id)).containsEntry("state", "solved");
        assertThat(desk.articles(id))
                .extracting(article -> article.get("internal"))
                .containsExactly(false, false, true, false);
        var before = said(ticket).size();
        go(Duration.ofHours(2));
        assertThat(said(ticket)).hasSize(before);
        assertThat(desk.articles(id)).hasSize(4);
        assertThat(rooms.outgoing().count(name)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "STUMBLED", "SLOW", "BABBLES", "TWICE"})
    void an_answer_that_is_lost_never_opens_twice(Fault fault) {
        go(Duration.ZERO);
        desk.spoil("POST", "/tickets", fault);
        var ticket = ours("Lost");
        go(Duration.ofHours(1));
        var id = idThere("Lost");
        assertThat(rooms.links().here(name, ticket)).map(Link::foreignId).contains(id);
        assertThat(said(ticket)).hasSize(1);
        desk.spoil("POST", "/ticket_articles", fault);
        tickets.reply(Actor.HOUSE, ticket, "Once.", false, UUID.randomUUID().toString());
        go(Duration.ofHours(1));
        assertThat(desk.articles(id)).hasSize(2);
        assertThat(said(ticket)).hasSize(2);
        assertThat(rooms.outgoing().count(name)).isZero();
    }

    @Test
    void an_index_that_is_late_by_minutes_opens_nothing_twice() {
        go(Duration.ZERO);
        desk.index(false);
        desk.spoil("POST", "/tickets", Fault.LOST);
        ours("Late");
        go(Duration.ofMinutes(6));
        desk.index(true);
        go(Duration.ofHours(1));
        idThere("Late");
        assertThat(rooms.outgoing().count(name)).isZero();
    }

    @Test
    void a_fall_before_or_after_the_sending_loses_nothing_and_doubles_nothing() {
        go(Duration.ZERO);
        var before = ours("Fell before");
        rooms.outgoing().put(name, before, Parcel.Kind.TICKET, 0, house.clock().instant());
        rooms.outgoing().begins(rooms.outgoing().all(name).getFirst().id());
        bridge = bridge(Connection.Mode.BOTH, false, "");
        go(Duration.ofMinutes(6));
        idThere("Fell before");

        var after = ours("Fell after");
        go(Duration.ofMinutes(6));
        idThere("Fell after");
        house.sql().sql("delete from helpdesk.link where ticket = " + after).update();
        rooms.outgoing().put(name, after, Parcel.Kind.TICKET, 0, house.clock().instant());
        rooms.outgoing().all(name).forEach(parcel -> rooms.outgoing().begins(parcel.id()));
        bridge = bridge(Connection.Mode.BOTH, false, "");
        bridge.round(house.clock().instant());
        go(Duration.ofHours(1));
        idThere("Fell after");
        assertThat(rooms.links().here(name, after)).isPresent();
        assertThat(said(after)).hasSize(1);
    }

    @Test
    void a_helpdesk_that_is_down_or_shuts_us_out_is_told_and_made_up_for() {
        go(Duration.ZERO);
        desk.lock(true);
        var ticket = ours("Shut out");
        go(Duration.ofMinutes(20));
        var told = rooms.desks().find(name).orElseThrow().trouble();
        assertThat(told).contains("401").doesNotContain(ZammadDouble.TOKEN);
        assertThat(HelpdeskInStep.signs(bridge.connection(), rooms)).anyMatch(sign -> !sign.well());
        desk.lock(false);
        desk.spoil("GET", "/tickets/search", Fault.DOWN).spoil("POST", "/tickets", Fault.DOWN);
        go(Duration.ofHours(1));
        idThere("Shut out");
        assertThat(rooms.links().here(name, ticket)).isPresent();
        assertThat(HelpdeskInStep.signs(bridge.connection(), rooms)).allMatch(sign -> sign.well());
    }

    @Test
    void one_that_asks_for_peace_gets_it() {
        go(Duration.ZERO);
        desk.spoil("POST", "/tickets", Fault.BUSY);
        ours("Peace");
        go(Duration.ofMinutes(5));
        var asked = desk.asked().size();
        go(Duration.ofMinutes(9));
        assertThat(desk.asked()).hasSize(asked);
        go(Duration.ofMinutes(10));
        idThere("Peace");
    }

    @Test
    void what_is_refused_is_given_up_with_its_reason_until_a_person_says_again() {
        go(Duration.ZERO);
        desk.spoil("POST", "/tickets", Fault.UNPROCESSABLE);
        ours("Refused");
        go(Duration.ofHours(1));
        var parcel = rooms.outgoing().all(name).getFirst();
        assertThat(parcel.givenUp()).isTrue();
        assertThat(parcel.trouble()).contains("422").contains("area");
        assertThat(there("Refused")).isEmpty();
        assertThat(rooms.outgoing().again(name, parcel.id(), house.clock().instant()))
                .isTrue();
        go(Duration.ofMinutes(6));
        idThere("Refused");
    }

    @Test
    void the_later_of_two_changes_stands_and_both_houses_are_told() {
        go(Duration.ZERO);
        var mine = ours("Mine is later");
        var yours = ours("Yours is later");
        go(Duration.ofMinutes(6));
        desk.change(idThere("Mine is later"), "state", "waiting for reply");
        tickets.move(Actor.HOUSE, yours, State.ASSIGNED, State.IN_PROGRESS, "");
        house.advance(Duration.ofMinutes(1));
        tickets.move(Actor.HOUSE, mine, State.ASSIGNED, State.ON_HOLD, "A delivery.");
        desk.change(idThere("Yours is later"), "state", "solved");
        go(Duration.ofMinutes(20));
        assertThat(tickets.ticket(mine).orElseThrow().state()).isEqualTo(State.ON_HOLD);
        assertThat(desk.ticket(idThere("Mine is later"))).containsEntry("state", "on hold");
        assertThat(tickets.ticket(yours).orElseThrow().state()).isEqualTo(State.SOLVED);
        assertThat(desk.ticket(idThere("Yours is later"))).containsEntry("state", "solved");
        for (var ticket : List.of(mine, yours)) {
            assertThat(said(ticket))
                    .filteredOn(entry -> entry.text().contains("Two changes at once"))
                    .hasSize(1);
        }
        assertThat(desk.articles(idThere("Mine is later")))
                .anyMatch(article -> article.get("body").toString().contains("waiting for reply")
                        && article.get("internal").equals(true));
    }

    @Test
    void a_field_that_is_lost_changes_nothing_here() {
        go(Duration.ZERO);
        var id = desk.open(GROUP, siteName, "Flushed", "x");
        go(Duration.ofMinutes(6));
        desk.lose(id, "wlcg_sites");
        desk.lose(id, "state");
        desk.lose(id, "priority");
        go(Duration.ofMinutes(6));
        assertThat(theirs(id).site()).isEqualTo(site);
        assertThat(theirs(id).state()).isEqualTo(State.ASSIGNED);
        assertThat(rooms.turnedDown().count(name)).isZero();
    }

    @Test
    void a_state_that_is_forgotten_there_is_told_again() {
        go(Duration.ZERO);
        var ticket = ours("Forgotten");
        go(Duration.ofMinutes(6));
        desk.spoil("PUT", "/tickets/\\d+", Fault.FORGETS_STATE);
        tickets.move(Actor.HOUSE, ticket, State.ASSIGNED, State.IN_PROGRESS, "");
        go(Duration.ofMinutes(20));
        assertThat(desk.ticket(idThere("Forgotten"))).containsEntry("state", "in progress");
        assertThat(tickets.ticket(ticket).orElseThrow().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(rooms.outgoing().count(name)).isZero();
    }

    @Test
    void a_ticket_of_an_unknown_site_or_state_is_turned_down_in_words_and_taken_when_it_fits() {
        go(Duration.ZERO);
        desk.states().add("being watched");
        var lost = desk.open(GROUP, "NEW-" + name, "Of a new site", "x");
        var odd = desk.open(GROUP, siteName, "Of a new state", "x");
        desk.change(odd, "state", "being watched");
        var fine = desk.open(GROUP, siteName, "Fine", "x");
        var nobodys = desk.open(GROUP, "", "Of no site", "x");
        go(Duration.ofMinutes(6));
        assertThat(theirs(fine).subject()).isEqualTo("Fine");
        assertThat(rooms.links().there(name, nobodys)).isEmpty();
        var turned = rooms.turnedDown().all(name, 10);
        assertThat(turned).extracting(TurnedDown::field).containsExactlyInAnyOrder("wlcg_sites", "state");
        assertThat(turned).extracting(TurnedDown::value).containsExactlyInAnyOrder("NEW-" + name, "being watched");
        assertThat(Words.ENGLISH.say(
                        turned.getFirst().expected(),
                        turned.getFirst().arguments().toArray()))
                .isNotBlank();
        registrar.add(Actor.HOUSE, SiteEntry.of("NEW-" + name, "NGI_FRANCE", "new@example.org"), "test");
        turned.forEach(each ->
                assertThat(rooms.turnedDown().again(name, each.foreignId())).isTrue());
        bridge = bridge(Connection.Mode.BOTH, false, "Being Watched=ON_HOLD");
        go(Duration.ofMinutes(6));
        assertThat(theirs(lost).subject()).isEqualTo("Of a new site");
        assertThat(theirs(odd).state()).isEqualTo(State.ON_HOLD);
        assertThat(rooms.turnedDown().count(name)).isZero();
    }

    @Test
    void on_trial_all_stays_in_the_test_group_and_nobody_is_mailed() {
        bridge = bridge(Connection.Mode.BOTH, true, "");
        go(Duration.ZERO);
        var real = desk.open(GROUP, siteName, "A real one", "x");
        desk.mailed().clear();
        var ticket = ours("On trial");
        go(Duration.ofMinutes(6));
        tickets.reply(Actor.HOUSE, ticket, "Said.", false, UUID.randomUUID().toString());
        go(Duration.ofMinutes(6));
        var id = idThere("On trial");
        assertThat(desk.ticket(id)).containsEntry("group", "Vigie-Test").doesNotContainKeys("wlcg_sites", "customer");
        assertThat(desk.articles(id))
                .hasSize(2)
                .allMatch(article -> article.get("internal").equals(true));
        assertThat(desk.mailed()).isEmpty();
        assertThat(rooms.links().there(name, real)).isEmpty();
    }

    @Test
    void many_pages_are_read_and_each_ticket_is_taken_once() {
        for (var i = 0; i < 80; i++) {
            desk.open(GROUP, siteName, "Of many " + i, "x");
        }
        desk.spoil("GET", "/ticket_articles/.*", Fault.SLOW);
        go(Duration.ofMinutes(30));
        assertThat(rooms.links().count(name)).isEqualTo(80);
        assertThat(tickets.openTickets(site)).hasSize(80);
        var asked =
                desk.asked().stream().filter(each -> each.contains("by_ticket")).count();
        go(Duration.ofMinutes(30));
        assertThat(desk.asked().stream()
                        .filter(each -> each.contains("by_ticket"))
                        .count())
                .isEqualTo(asked);
    }

    @Test
    void where_theirs_are_only_read_nothing_is_told_there() {
        bridge = bridge(Connection.Mode.READ, false, "");
        go(Duration.ZERO);
        ours("Kept");
        var id = desk.open(GROUP, siteName, "Only read", "x");
        go(Duration.ofMinutes(6));
        tickets.reply(
                Actor.HOUSE, theirs(id).id(), "Here.", false, UUID.randomUUID().toString());
        go(Duration.ofMinutes(30));
        assertThat(there("Kept")).isEmpty();
        assertThat(desk.asked()).noneMatch(each -> each.startsWith("P"));
    }

    @Test
    void one_of_ours_that_is_closed_there_is_closed_here_and_reopened_when_they_reopen_it() {
        go(Duration.ZERO);
        var ticket = ours("Closed there");
        go(Duration.ofMinutes(6));
        var id = idThere("Closed there");
        desk.say(id, "Disk changed.", false);
        desk.change(id, "state", "closed");
        go(Duration.ofMinutes(6));
        assertThat(tickets.ticket(ticket).orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(said(ticket)).extracting(Entry::text).contains("Disk changed.");
        desk.change(id, "state", "reopened");
        go(Duration.ofMinutes(6));
        assertThat(tickets.ticket(ticket).orElseThrow().state()).isEqualTo(State.REOPENED);
    }

    @Test
    void the_page_of_a_ticket_and_that_of_the_bridge_say_what_waits_and_a_person_may_say_again() {
        var now = house.clock().instant();
        rooms.desks().begin("helpdesk", outside.newest(), now);
        var ticket = ours("Shown");
        rooms.links()
                .put(
                        "helpdesk",
                        new Link(ticket, ticket, "1777", true, "ASSIGNED", "assigned", "URGENT", "urgent", "", 0));
        rooms.outgoing().put("helpdesk", ticket, Parcel.Kind.STATE, 0, now);
        var shown = house.as(Role.READER).get("/tickets/" + ticket).page().text();
        assertThat(shown).contains("Ticket no. 1777 of the helpdesk").contains("one thing waits");
        var parcel = rooms.outgoing().all("helpdesk").stream()
                .filter(each -> each.ticket() == ticket)
                .findFirst()
                .orElseThrow();
        rooms.outgoing().failed(parcel.id(), true, true, "422 no area", now);
        var again = "/helpdesk/queue/" + parcel.id() + "/again";
        var page = house.as(Role.NGI_MANAGER).get("/helpdesk").page();
        assertThat(page.text()).contains("422 no area").contains("given up");
        assertThat(page.select("form[action=" + again + "]")).hasSize(1);
        assertThat(house.as(Role.DUTY_OPERATOR).get("/helpdesk").page().select("form[action=" + again + "]"))
                .isEmpty();
        assertThat(house.as(Role.READER).get("/helpdesk").status()).isEqualTo(403);
        assertThat(house.as(Role.NGI_MANAGER).post("/helpdesk", again).status()).isEqualTo(200);
        assertThat(rooms.outgoing().all("helpdesk"))
                .filteredOn(each -> each.id() == parcel.id())
                .allMatch(each -> !each.givenUp() && each.unsure());
    }

    @Test
    void their_past_is_taken_over_by_their_api() {
        for (var i = 0; i < 40; i++) {
            var id = desk.open(GROUP, i % 2 == 0 ? siteName : "", "The bdii is down " + i, "Since Monday.");
            desk.say(id, "Restarted, salma@example.org says.", false);
        }
        desk.spoil("GET", "/ticket_articles/.*", Fault.DOWN);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> history.take(Actor.HOUSE, bridge, 6, false)))
                .hasMessageContaining("503");
        assertThat(intakes.latest(1).getFirst().outcome()).isEqualTo(Intake.Outcome.FAILED);
        var intake = intakes.find(history.take(Actor.HOUSE, bridge, 6, false)).orElseThrow();
        assertThat(intake.count()).isEqualTo(new Intake.Count(40, 40, 0, 0, 0));
        var again = intakes.find(history.take(Actor.HOUSE, bridge, 6, false)).orElseThrow();
        assertThat(again.count().same()).isEqualTo(40);
        assertThat(tickets.openTickets(site)).isEmpty();
    }
}
