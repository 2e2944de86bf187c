package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.SiteId;

@InTheHouse
class TicketListTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketsWait waiting;

    private final String name = "LISTED-" + UUID.randomUUID().toString().substring(0, 8);
    private SiteId site = new SiteId(0);
    private Visitor ada;

    @BeforeEach
    void a_site() {
        site = registrar.add(Actor.HOUSE, SiteEntry.of(name, "NGI_FRANCE", "grid@listed.example"), "a test");
        ada = house.as(Role.DUTY_OPERATOR);
    }

    private long open(String subject, Priority priority) {
        return tickets.open(
                Actor.HOUSE,
                new Draft(
                        site, 0, subject, "x", priority, "en", UUID.randomUUID().toString()));
    }

    private Document list(String query) {
        return ada.get("/tickets?site=" + name + query).page();
    }

    @Test
    void the_list_is_filtered_by_site_state_priority_and_words() {
        open("Disk of the first", Priority.URGENT);
        open("Network of the second", Priority.TOP);
        tickets.move(Actor.HOUSE, open("Disk of the third", Priority.TOP), State.ASSIGNED, State.SOLVED, "Replaced.");
        assertThat(list("").select("main .list tbody tr")).hasSize(2);
        assertThat(list("&state=ALL").select("main .list tbody tr")).hasSize(3);
        assertThat(list("&state=SOLVED").select("main .list tbody").text()).contains("third");
        assertThat(list("&priority=TOP").select("main .list tbody").text())
                .contains("second")
                .doesNotContain("first");
        assertThat(list("&state=ALL&text=disk").select("main .list tbody tr")).hasSize(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            disk                 | 1
            DISK se01            | 1
            lyon                 | 1
            se01.lyon            | 1
            isk                  | 0
            disk network         | 0
            di:* & (net & !x)    | 0
            réseau               | 1
            ---                  | 0
            '; drop              | 0
            """)
    void what_is_typed_are_beginnings_of_words_of_the_subject(String typed, int found) {
        open("Disk of se01.lyon.example is full", Priority.URGENT);
        open("Le réseau de la seconde", Priority.TOP);
        var text = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        assertThat(list("&text=" + text).select("main .list tbody th")).hasSize(found);
    }

    @Test
    void every_number_above_the_list_opens_the_list_behind_it() {
        open("Kept open", Priority.URGENT);
        tickets.move(Actor.HOUSE, open("Solved", Priority.URGENT), State.ASSIGNED, State.SOLVED, "Replaced.");
        for (var link : list("&text=o").select("main .counts a")) {
            var number = link.text().replaceAll(".*\\((\\d+)\\)", "$1");
            var rows = ada.get(link.attr("href")).page().select("main .list tbody th");
            assertThat(rows).as(link.text()).hasSize(Integer.parseInt(number));
        }
    }

    @Test
    void a_state_or_a_priority_that_there_is_not_is_refused_with_what_was_expected() {
        assertThat(ada.get("/tickets?state=LOST").status()).isEqualTo(404);
        assertThat(ada.get("/tickets?priority=LOW").text()).contains("LOW");
    }

    @Test
    void a_priority_is_changed_with_a_justification_and_the_answer_is_then_due_sooner() {
        var id = open("Slow", Priority.LESS_URGENT);
        var before = tickets.ticket(id).orElseThrow().responseDue();
        var path = "/tickets/" + id;
        var without = ada.post(path, path + "/priority", "was", "LESS_URGENT", "priority", "TOP", "reason", " ");
        assertThat(without.page().select(".trouble").text()).isNotEmpty();
        assertThat(tickets.ticket(id).orElseThrow().priority()).isEqualTo(Priority.LESS_URGENT);
        var done = ada.post(
                path, path + "/priority", "was", "LESS_URGENT", "priority", "TOP", "reason", "All jobs are lost.");
        assertThat(done.page().select(".conversation").text()).contains("All jobs are lost.");
        assertThat(tickets.ticket(id).orElseThrow().priority()).isEqualTo(Priority.TOP);
        assertThat(tickets.ticket(id).orElseThrow().responseDue()).isBefore(before);
    }

    @Test
    void a_reminder_is_a_day_to_come_and_may_be_taken_back() {
        var id = open("Waits for a part", Priority.URGENT);
        var path = "/tickets/" + id;
        assertThat(ada.post(path, path + "/reminder", "day", "2001-01-01", "reason", "x")
                        .page()
                        .select(".trouble")
                        .text())
                .isNotEmpty();
        var day = house.clock()
                .instant()
                .atZone(java.time.ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(20);
        ada.post(path, path + "/reminder", "day", day.toString(), "reason", "The part comes then.");
        assertThat(tickets.ticket(id).orElseThrow().reminder()).isNotNull();
        assertThat(remembered(id, house.clock().instant())).isFalse();
        assertThat(remembered(id, tickets.ticket(id).orElseThrow().reminder())).isTrue();
        ada.post(path, path + "/reminder", "day", "", "reason", "It came.");
        assertThat(tickets.ticket(id).orElseThrow().reminder()).isNull();
    }

    private boolean remembered(long id, Instant moment) {
        return waiting.remembered(Actor.HOUSE, moment).anyMatch(line -> ("/tickets/" + id).equals(line.link()));
    }

    @Test
    void a_new_ticket_is_drafted_in_the_language_chosen() {
        assertThat(ada.get("/tickets/new?language=en")
                        .page()
                        .select("input[name=language]")
                        .attr("value"))
                .isEqualTo("en");
        assertThat(ada.get("/tickets/new?language=de").status()).isEqualTo(422);
    }

    @Test
    void a_site_says_on_the_page_that_its_tickets_open_by_themselves_and_another_does_not_say_it_for_them() {
        var maud = house.over(Role.SITE_ADMINISTRATOR, site.value());
        var said = maud.post(
                "/tickets/policies",
                "/tickets/policies",
                "scope",
                "site:" + site.value(),
                "opens",
                "yes",
                "language",
                "en",
                "reason",
                "We like it so.");
        assertThat(said.page().select("main .list").text()).contains(name + " Yes English");
        var ngi = maud.post(
                "/tickets/policies", "/tickets/policies", "scope", "ngi:NGI_FRANCE", "opens", "yes", "reason", "x");
        assertThat(ngi.status()).isEqualTo(403);
    }
}
