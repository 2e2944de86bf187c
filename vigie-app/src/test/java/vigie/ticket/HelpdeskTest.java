package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vigie.House.eventually;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.SiteId;
import vigie.words.Refusal;

@InTheHouse
class HelpdeskTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tickets tickets;

    @Autowired
    Attachments attachments;

    private final String name = "HELPED-" + UUID.randomUUID().toString().substring(0, 8);
    private SiteId site = new SiteId(0);
    private Visitor ada;

    @BeforeEach
    void a_site() {
        site = registrar.add(Actor.HOUSE, SiteEntry.of(name, "NGI_FRANCE", name + "@example.org"), "a test");
        ada = house.as(Role.DUTY_OPERATOR);
    }

    private long open(Actor actor) {
        var key = UUID.randomUUID().toString();
        return tickets.open(actor, new Draft(site, 0, "Jobs are lost", "All of them.", Priority.URGENT, "en", key));
    }

    private Actor administrator() {
        house.over(Role.SITE_ADMINISTRATOR, site.value());
        return house.people().named("t-site-administrator-" + site.value()).orElseThrow();
    }

    private void solve(Actor actor, long id) {
        tickets.move(actor, id, tickets.ticket(id).orElseThrow().state(), State.SOLVED, "A new disk.");
    }

    private State state(long id) {
        return tickets.ticket(id).orElseThrow().state();
    }

    @Test
    void what_a_site_solves_those_on_duty_verify_and_the_site_does_not() {
        var maud = administrator();
        var id = open(Actor.HOUSE);
        solve(maud, id);
        assertThatThrownBy(() -> tickets.move(maud, id, State.SOLVED, State.VERIFIED, ""))
                .isInstanceOf(Refusal.class);
        tickets.move(Actor.HOUSE, id, State.SOLVED, State.VERIFIED, "");
        assertThat(state(id)).isEqualTo(State.VERIFIED);
    }

    @Test
    void what_a_site_raised_it_verifies_or_reopens_itself_and_says_why() {
        var maud = administrator();
        var id = open(maud);
        solve(Actor.HOUSE, id);
        assertThatThrownBy(() -> tickets.move(Actor.HOUSE, id, State.SOLVED, State.VERIFIED, ""))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tickets.move(maud, id, State.SOLVED, State.REOPENED, " "))
                .isInstanceOf(Refusal.class);
        tickets.move(maud, id, State.SOLVED, State.REOPENED, "It came back.");
        assertThat(state(id)).isEqualTo(State.REOPENED);
        assertThat(tickets.ticket(id).orElseThrow().closes()).isNull();
    }

    @Test
    void nothing_is_solved_without_a_solution() {
        var id = open(Actor.HOUSE);
        var path = "/tickets/" + id;
        var answer = ada.post(path, path + "/state", "was", "ASSIGNED", "to", "SOLVED", "reason", "");
        assertThat(answer.page().select(".field-fault").text()).isNotEmpty();
        assertThat(state(id)).isEqualTo(State.ASSIGNED);
    }

    @Test
    void a_file_is_kept_once_with_its_checksum_and_saved_as_it_came() {
        var id = open(Actor.HOUSE);
        var content = "disque plein à 97 %\n".getBytes(StandardCharsets.UTF_8);
        attachments.add(Actor.HOUSE, id, "C:\\logs\\df.log", content);
        attachments.add(Actor.HOUSE, id, "df.log", content);
        var kept = attachments.of(id);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().sha256()).hasSize(64);
        var link = ada.get("/tickets/" + id).page().select("a[href*=/files/]").attr("href");
        var saved = ada.get(link);
        assertThat(saved.text()).isEqualTo("disque plein à 97 %\n");
        assertThat(saved.whole().headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains("df.log");
        assertThat(saved.whole().headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void a_file_that_is_too_large_empty_or_of_another_kind_is_refused() {
        var id = open(Actor.HOUSE);
        assertThatThrownBy(() -> attachments.add(Actor.HOUSE, id, "big.log", new byte[2 * 1024 * 1024 + 1]))
                .hasMessageContaining("2,097,152");
        assertThatThrownBy(() -> attachments.add(Actor.HOUSE, id, "empty.log", new byte[0]))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> attachments.add(Actor.HOUSE, id, "run.exe", new byte[] {'M', 'Z'}))
                .hasMessageContaining("run.exe");
        assertThat(attachments.of(id)).isEmpty();
    }

    @Test
    void who_watches_a_ticket_gets_its_public_letters_until_they_stop() {
        var id = open(Actor.HOUSE);
        var path = "/tickets/" + id;
        var luc = house.as(Role.READER);
        luc.post(path, path + "/watch", "wanted", "true");
        tickets.reply(Actor.HOUSE, id, "A word for all", false, "");
        eventually(() -> received("t-reader@example.org", id, "A word for all"));
        tickets.reply(Actor.HOUSE, id, "Between us", true, "");
        luc.post(path, path + "/watch", "wanted", "false");
        tickets.reply(Actor.HOUSE, id, "The last word", false, "");
        eventually(() -> received(name + "@example.org", id, "The last word"));
        assertThat(received("t-reader@example.org", id, "The last word")).isFalse();
        assertThat(received("t-reader@example.org", id, "Between us")).isFalse();
    }

    private boolean received(String address, long ticket, String words) {
        return house.sql()
                .sql("""
                select exists (select from mail.letter where thread = :thread and sent is not null
                        and position(lower(:address) in lower(recipients)) > 0 and position(:words in body) > 0)
                """)
                .param("thread", "ticket:" + ticket)
                .param("address", address)
                .param("words", words)
                .query(Boolean.class)
                .single();
    }

    @Test
    void another_site_says_that_it_sees_the_same_and_is_counted_once() {
        var id = open(Actor.HOUSE);
        var other = registrar.add(Actor.HOUSE, SiteEntry.of(name + "-2", "NGI_FRANCE", "x@example.org"), "a test");
        var yves = house.over(Role.SITE_ADMINISTRATOR, other.value());
        var path = "/tickets/" + id;
        for (var evidence : Arrays.asList("Since Monday, too.", "Since Sunday, in fact.")) {
            yves.post(path, path + "/me-too", "site", "" + other.value(), "evidence", evidence);
        }
        var page = ada.get(path).page();
        assertThat(page.text()).contains("Since Sunday, in fact.").doesNotContain("Since Monday, too.");
        assertThat(page.select("a[href=#me-too]").text()).startsWith("1 ");
        var foreign = yves.post(path, path + "/me-too", "site", "" + site.value(), "evidence", "x");
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void the_page_says_by_sign_and_word_how_the_ticket_presses_and_why_an_answer_is_due_then() {
        var id = open(Actor.HOUSE);
        var page = ada.get("/tickets/" + id).page();
        assertThat(page.select(".toolbar .state").text()).contains("○").contains("In time");
        assertThat(page.select(".facts").text())
                .contains("5 working days (France)")
                .contains("helpdesk.qos.MEDIUM");
    }
}
