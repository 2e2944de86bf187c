package vigie.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.Browser;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Role;
import vigie.problem.Problems;
import vigie.problem.Trouble;
import vigie.registry.Registrar;

@InTheHouse
class ConsoleKeysTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Problems problems;

    @Test
    void the_keyboard_alone_leads_from_the_console_to_a_ticket_that_is_sent() {
        var trouble = new Trouble(house, registrar, tokens);
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var problem = trouble.open(problems).getFirst();
        house.advance(Duration.between(trouble.now(), problem.due()).plusMinutes(1));
        house.as(Role.DUTY_OPERATOR);
        try (var browser = new Browser(house.url()).signIn("t-duty-operator", House.PASSWORD)) {
            var keyboard = browser.page().keyboard();
            keyboard.press("g");
            keyboard.press("o");
            browser.page().waitForURL("**/duty");
            browser.go("/duty?site=" + trouble.name);
            assertThat(browser.page().locator("tbody .primary").count()).isEqualTo(1);
            keyboard.press("j");
            keyboard.press("n");
            browser.page().waitForURL("**/tickets/new?problem=" + problem.id());
            keyboard.press("Control+Enter");
            browser.page().waitForURL(java.util.regex.Pattern.compile(".*/tickets/\\d+$"));
        }
        assertThat(problems.problem(problem.id()).orElseThrow().ticket()).isPositive();
    }
}
