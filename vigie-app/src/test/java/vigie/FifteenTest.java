package vigie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vigie.account.Tokens;
import vigie.database.Fifteen;
import vigie.meeting.Invitation;
import vigie.meeting.Meetings;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Registrar;
import vigie.ticket.Draft;
import vigie.ticket.Priority;
import vigie.ticket.Tickets;

/** The house on PostgreSQL 15: every migration, and a failure from its first result to the line of an agenda. */
@InTheHouse
@ContextConfiguration(initializers = {IssuerOfTests.class, Fifteen.class})
@DirtiesContext
class FifteenTest {
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
    Meetings meetings;

    @Test
    void a_failure_becomes_an_alarm_a_problem_a_ticket_and_a_line_of_the_agenda() {
        assertThat(house.sql()
                        .sql("show server_version_num")
                        .query(Integer.class)
                        .single())
                .isBetween(150_000, 159_999);
        var trouble = new Trouble(house, registrar, tokens);
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var problem = trouble.open(problems).getFirst();
        assertThat(problems.alarmsOf(problem.id())).hasSize(1);
        var draft = new Draft(
                trouble.site, problem.id(), "Writing fails", "Please look.", Priority.URGENT, "en", "fifteen");
        var ticket = tickets.open(Actor.HOUSE, draft);
        assertThat(tickets.open(Actor.HOUSE, draft)).isEqualTo(ticket);
        house.advance(Duration.ofDays(40));
        var meeting = meetings.plan(
                Actor.HOUSE, house.clock().instant().plus(Duration.ofDays(1)), new Invitation("Odile", "Maud", ""));
        var page = house.as(Role.READER).get("/meetings/" + meeting);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main a[href=/tickets/" + ticket + "]")).isNotEmpty();
        for (var list : new String[] {"/", "/alarms", "/problems", "/tickets", "/sites", "/services", "/downtimes"}) {
            assertThat(house.as(Role.READER).get(list).status()).as(list).isEqualTo(200);
        }
    }
}
