package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.SiteId;
import vigie.words.Refusal;

@InTheHouse
class BondsTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tickets tickets;

    @Autowired
    Bonds bonds;

    @Autowired
    BondTable table;

    private final String name = "BOUND-" + UUID.randomUUID().toString().substring(0, 8);
    private int sites;

    private SiteId site() {
        var number = ++sites;
        var mail = name + "-" + number + "@example.org";
        return registrar.add(Actor.HOUSE, SiteEntry.of(name + "-" + number, "NGI_FRANCE", mail), "a test");
    }

    private long open() {
        var key = UUID.randomUUID().toString();
        return tickets.open(Actor.HOUSE, new Draft(site(), 0, "Jobs", "x", Priority.URGENT, "en", key));
    }

    private State state(long id) {
        return tickets.ticket(id).orElseThrow().state();
    }

    private boolean mailed(long ticket, String words) {
        return house.sql()
                .sql("select exists (select from mail.letter where thread = :thread and position(:words in body) > 0)")
                .param("thread", "ticket:" + ticket)
                .param("words", words)
                .query(Boolean.class)
                .single();
    }

    private void master(long slave, long master) {
        bonds.bind(Actor.HOUSE, slave, master, Bond.Kind.MASTER, "The same switch.");
    }

    private void solve(long id) {
        tickets.move(Actor.HOUSE, id, state(id), State.SOLVED, "A new switch.");
    }

    @Test
    void a_slave_is_on_hold_hears_what_the_master_hears_and_is_solved_with_it() {
        var master = open();
        var slave = open();
        master(slave, master);
        assertThat(state(slave)).isEqualTo(State.ON_HOLD);
        tickets.reply(Actor.HOUSE, master, "The switch is ordered.", false, "");
        assertThat(mailed(slave, "The switch is ordered.")).isTrue();
        assertThatThrownBy(() -> tickets.move(Actor.HOUSE, slave, State.ON_HOLD, State.IN_PROGRESS, ""))
                .isInstanceOf(Refusal.class);
        solve(master);
        assertThat(state(slave)).isEqualTo(State.SOLVED);
        assertThat(mailed(slave, "A new switch.")).isTrue();
    }

    @Test
    void a_note_in_the_master_reaches_no_slave() {
        var master = open();
        var slave = open();
        master(slave, master);
        tickets.reply(Actor.HOUSE, master, "Between us", true, "");
        assertThat(mailed(slave, "Between us")).isFalse();
    }

    @Test
    void a_slave_that_was_solved_with_its_master_is_reopened_alone() {
        var master = open();
        var slave = open();
        master(slave, master);
        solve(master);
        tickets.move(Actor.HOUSE, slave, State.SOLVED, State.REOPENED, "Not here.");
        assertThat(state(slave)).isEqualTo(State.REOPENED);
        assertThat(state(master)).isEqualTo(State.SOLVED);
        tickets.move(Actor.HOUSE, slave, State.REOPENED, State.IN_PROGRESS, "");
    }

    @Test
    void a_merge_is_undone_in_one_step_and_both_histories_stay() {
        var master = open();
        var slave = open();
        tickets.reply(Actor.HOUSE, slave, "Said in the slave", false, "");
        tickets.move(Actor.HOUSE, slave, State.ASSIGNED, State.IN_PROGRESS, "");
        master(slave, master);
        var ada = house.as(Role.DUTY_OPERATOR);
        assertThat(ada.get("/tickets/" + master).page().select("details").text())
                .contains("Said in the slave");
        var bond = table.of(slave, Bond.Kind.MASTER).orElseThrow().id();
        var undo = "/tickets/" + master + "/bonds/" + bond + "/undo";
        assertThat(ada.post("/tickets/" + master, undo, "reason", "Another switch.")
                        .status())
                .isEqualTo(200);
        assertThat(state(slave)).isEqualTo(State.IN_PROGRESS);
        assertThat(ada.get("/tickets/" + slave).text())
                .contains("Said in the slave")
                .contains("Another switch.");
        solve(master);
        assertThat(state(slave)).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void a_parent_waits_for_its_last_child_and_then_goes_on() {
        var parent = open();
        var children = List.of(open(), open());
        children.forEach(child -> bonds.bind(Actor.HOUSE, child, parent, Bond.Kind.PARENT, "A part of it."));
        assertThat(state(parent)).isEqualTo(State.ON_HOLD);
        solve(children.getFirst());
        assertThat(state(parent)).isEqualTo(State.ON_HOLD);
        solve(children.getLast());
        assertThat(state(parent)).isEqualTo(State.IN_PROGRESS);
        assertThat(mailed(parent, "A new switch.")).isTrue();
    }

    @Test
    void there_is_no_chain_no_circle_and_no_second_master() {
        var first = open();
        var second = open();
        var third = open();
        master(second, first);
        for (var wrong : List.of(
                List.of(first, first),
                List.of(first, second),
                List.of(third, second),
                List.of(second, third),
                List.of(first, third))) {
            assertThatThrownBy(() -> master(wrong.getFirst(), wrong.getLast()))
                    .as("%s".formatted(wrong))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> master(third, 999_999_999)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_ticket_to_many_sites_is_one_for_each_and_a_form_sent_twice_opens_them_once() {
        var ada = house.as(Role.DUTY_OPERATOR);
        var key = UUID.randomUUID().toString();
        var fields = new ArrayList<>(List.of(
                "subject",
                "Upgrade at {site}",
                "text",
                "Please upgrade.",
                "priority",
                "URGENT",
                "language",
                "en",
                "key",
                key));
        for (var each : List.of(site(), site(), site())) {
            fields.addAll(List.of("sites", "" + each.value()));
        }
        ada.post("/tickets/many", "/tickets/many", fields.toArray(String[]::new));
        var listed = ada.post("/tickets/many", "/tickets/many", fields.toArray(String[]::new));
        assertThat(listed.page().select("main .list tbody tr")).hasSize(3);
        assertThat(listed.page().select("main .list tbody").text()).contains("Upgrade at " + name + "-2");
    }

    @Test
    void many_are_opened_to_all_the_sites_or_to_none() {
        var ada = house.as(Role.DUTY_OPERATOR);
        var key = UUID.randomUUID().toString();
        var refused = ada.post(
                "/tickets/many",
                "/tickets/many",
                "subject",
                "x",
                "text",
                "x",
                "priority",
                "URGENT",
                "key",
                key,
                "sites",
                "" + site().value(),
                "sites",
                "999999999");
        assertThat(refused.page().select(".field-fault").text()).contains("999999999");
        assertThat(ada.get("/tickets?state=ALL&batch=" + key).page().select("main .list tbody th"))
                .isEmpty();
    }
}
