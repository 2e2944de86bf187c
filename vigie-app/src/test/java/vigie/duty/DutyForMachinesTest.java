package vigie.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.account.Tokens;
import vigie.people.Role;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Registrar;

/** What those on duty do on pages, done by a machine, with the rights of the pages. */
@InTheHouse
class DutyForMachinesTest {
    @Autowired
    House.Keys house;

    @Autowired
    Tokens tokens;

    @Autowired
    Registrar registrar;

    @Autowired
    Problems problems;

    Trouble trouble;

    @BeforeEach
    void a_site() {
        trouble = new Trouble(house, registrar, tokens);
    }

    private static Visitor.Answer say(Visitor who, String path, String body) {
        return who.ask("POST", "/api/v1/" + path, "application/json", body);
    }

    @Test
    void a_silence_is_begun_covers_the_problem_is_listed_and_ended() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var ada = house.as(Role.DUTY_OPERATOR);
        var wish = "{\"site\":\"%s\",\"until\":\"%s\",\"reason\":\"moving racks\"}";
        var silence =
                say(ada, "silences", wish.formatted(trouble.name, trouble.now().plus(Duration.ofHours(5))));
        assertThat(silence.text()).contains(trouble.name, "moving racks");
        assertThat(trouble.open(problems).getFirst().held()).isNotNull();
        var id = silence.text().replaceAll(".*\"id\":(\\d+).*", "$1");
        assertThat(house.as(Role.READER).get("/api/v1/silences").text()).contains("\"id\":" + id + ",");
        assertThat(say(house.as(Role.READER), "silences/" + id + "/end", "{}").status())
                .isEqualTo(403);
        assertThat(say(ada, "silences/" + id + "/end", "{}").text()).doesNotContain("\"id\":" + id + ",");
        assertThat(trouble.open(problems).getFirst().held()).isNull();
        var forever =
                say(ada, "silences", wish.formatted(trouble.name, trouble.now().plus(Duration.ofDays(31))));
        assertThat(forever.status()).isEqualTo(422);
        assertThat(say(ada, "silences", wish.formatted("NOWHERE", trouble.now()))
                        .status())
                .isEqualTo(422);
        assertThat(say(ada, "silences", "{\"site\":\"%s\"}".formatted(trouble.name))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_dependency_is_declared_and_forgotten() {
        var first = trouble.service("se").value();
        var second = trouble.service("head").value();
        var ada = house.as(Role.DUTY_OPERATOR);
        var pair = "{\"service\":%d,\"needs\":%d,\"reason\":\"one head node\"}".formatted(first, second);
        var listed = "\"service\":%d,\"needs\":%d".formatted(first, second);
        assertThat(say(ada, "dependencies", pair).text()).contains(listed);
        assertThat(say(house.as(Role.READER), "dependencies", pair).status()).isEqualTo(403);
        assertThat(say(ada, "dependencies", "{\"service\":%d}".formatted(first)).status())
                .isEqualTo(422);
        assertThat(say(ada, "dependencies/forget", pair).text()).doesNotContain(listed);
    }

    @Test
    void rounds_are_made_and_duty_is_handed_over_and_accepted() {
        var ada = house.as(Role.DUTY_OPERATOR);
        var maud = house.as(Role.NGI_MANAGER);
        var word = UUID.randomUUID().toString();
        assertThat(say(ada, "duty/rounds", "{\"note\":\"%s\"}".formatted(word)).text())
                .contains(word, "\"wanted\":");
        assertThat(house.as(Role.READER).get("/api/v1/duty/rounds").status()).isEqualTo(403);
        assertThat(ada.get("/api/v1/duty/handovers/draft").text()).contains("\"text\":");
        var given = say(ada, "duty/handovers", "{\"text\":\"%s\"}".formatted(word));
        var id = given.text().replaceAll(".*\"id\":(\\d+).*", "$1");
        assertThat(say(ada, "duty/handovers/" + id + "/accept", "{}").status()).isEqualTo(403);
        assertThat(say(maud, "duty/handovers/" + id + "/accept", "{}").text()).contains("\"acceptedBy\":\"Test NGI");
        assertThat(say(maud, "duty/handovers/" + id + "/accept", "{}").status()).isEqualTo(409);
        assertThat(say(ada, "duty/handovers", "{}").status()).isEqualTo(422);
    }

    @Test
    void a_team_watches_the_site_of_another_until_that_is_ended() {
        var other = new Trouble(house, registrar, tokens);
        var maud = house.as(Role.NGI_MANAGER);
        var now = trouble.now();
        var wish = """
                {"watched":"%s","watcher":"%s","begins":"%s","ends":"%s","agreed":"both teams"}""".formatted(trouble.name, other.name, now, now.plus(Duration.ofDays(3)));
        assertThat(say(house.as(Role.DUTY_OPERATOR), "duty/delegations", wish).status())
                .isEqualTo(403);
        assertThat(say(maud, "duty/delegations", wish).text()).contains("\"watched\":\"" + trouble.name + "\"");
        var id = house.sql()
                .sql("select id from duty.delegation where watched = :site")
                .param("site", trouble.site.value())
                .query(Long.class)
                .single();
        assertThat(say(maud, "duty/delegations/" + id + "/end", "{}").text()).doesNotContain(trouble.name);
        assertThat(say(maud, "duty/delegations", "{\"watched\":\"NOWHERE\"}").status())
                .isEqualTo(422);
    }
}
