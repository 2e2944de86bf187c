package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.people.People;
import vigie.people.Role;

@InTheHouse
class OwnAccountTest {
    @Autowired
    House.Keys house;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Test
    void a_password_is_changed_by_who_knows_the_one_before() {
        var visitor = person("t-own-password", Role.READER);
        assertThat(change(visitor, "not it at all", "a fresh password", "a fresh password"))
                .isEqualTo("This is not your current password.");
        assertThat(change(visitor, House.PASSWORD, "a fresh password", "a flesh password"))
                .contains("differ");
        assertThat(change(visitor, House.PASSWORD, "short", "short")).contains("5 bytes");
        assertThat(change(visitor, House.PASSWORD, "a fresh password", "a fresh password"))
                .isEmpty();
        house.nobody().signIn("t-own-password", "a fresh password");
        assertThat(visitor.get("/account").status()).isEqualTo(200);
    }

    @Test
    void a_changed_password_ends_the_sessions_that_began_under_the_old_one() {
        var visitor = person("t-own-sessions", Role.READER);
        var elsewhere = house.nobody().signIn("t-own-sessions", House.PASSWORD);
        assertThat(elsewhere.get("/account").status()).isEqualTo(200);
        change(visitor, House.PASSWORD, "a fresh password", "a fresh password");
        assertThat(elsewhere.get("/account").whole().uri()).hasPath("/sign-in");
        assertThat(visitor.get("/account").status()).isEqualTo(200);
        accounts.setPassword(people.named("t-own-sessions").orElseThrow().person(), "reset by somebody");
        assertThat(visitor.get("/account").whole().uri()).hasPath("/sign-in");
        assertThat(visitor.get("/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void a_token_is_shown_once_and_opens_what_its_rights_say_until_revoked() {
        var visitor = person("t-own-token", Role.DUTY_OPERATOR);
        var made = visitor.post("/account", "/account/tokens", "label", "Nagios", "rights", "OWN_TOKENS", "days", "30");
        var token = made.page().select("code.token").text();
        assertThat(token).startsWith("vigie_");
        assertThat(visitor.get("/account").text()).doesNotContain(token);
        assertThat(bearing(token, "GET", "/account").status()).isEqualTo(200);
        assertThat(bearing(token, "GET", "/accounts").status()).isEqualTo(403);
        var revoke =
                visitor.get("/account").page().select("form[action$=/revoke]").attr("action");
        assertThat(visitor.post("/account", revoke).page().select(".notice").text())
                .contains("opens nothing");
        assertThat(bearing(token, "GET", "/account").whole().uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void a_token_holds_no_right_that_its_owner_does_not_hold() {
        var visitor = person("t-own-greedy", Role.READER);
        assertThat(visitor.post("/account", "/account/tokens", "label", "x", "rights", "MANAGE_ACCOUNTS", "days", "1")
                        .page()
                        .select(".trouble")
                        .text())
                .isEqualTo("You do not hold the right 'Manage accounts' (expected: rights that are yours).");
        assertThat(visitor.post("/account", "/account/tokens", "label", "x", "days", "1")
                        .page()
                        .select(".trouble")
                        .text())
                .contains("at least one");
        assertThat(visitor.post("/account", "/account/tokens", "label", "x", "rights", "READ", "days", "366")
                        .page()
                        .select(".trouble")
                        .text())
                .isEqualTo("366 days (expected: 1 to 365).");
    }

    @Test
    void a_token_loses_what_its_owner_loses() {
        var visitor = person("t-own-loses", Role.DUTY_OPERATOR);
        var token = visitor.post("/account", "/account/tokens", "label", "x", "rights", "OWN_TOKENS", "days", "1")
                .page()
                .select("code.token")
                .text();
        var id = people.named("t-own-loses").orElseThrow().person();
        people.take(id, vigie.people.Grant.everywhere(Role.DUTY_OPERATOR));
        assertThat(bearing(token, "GET", "/account").status()).isEqualTo(403);
        people.give(id, vigie.people.Grant.everywhere(Role.READER));
        assertThat(bearing(token, "GET", "/account").status()).isEqualTo(200);
        people.setActive(id, false);
        assertThat(bearing(token, "GET", "/account").whole().uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void a_token_makes_no_tokens_and_a_stranger_revokes_none() {
        var visitor = person("t-own-mother", Role.READER);
        var page = visitor.post("/account", "/account/tokens", "label", "x", "rights", "OWN_TOKENS", "days", "1")
                .page();
        var token = page.select("code.token").text();
        var answer = house.nobody()
                .json(
                        "POST",
                        "/account/tokens?label=child&rights=OWN_TOKENS&days=300",
                        token,
                        "",
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(403);
        var revoke = page.select("form[action$=/revoke]").attr("action");
        assertThat(house.as(Role.DUTY_OPERATOR)
                        .ask("POST", revoke, "application/x-www-form-urlencoded", "")
                        .status())
                .isEqualTo(404);
        assertThat(bearing(token, "GET", "/account").status()).isEqualTo(200);
    }

    private Visitor person(String login, Role role) {
        accounts.open(login, "Test " + login, "", House.PASSWORD, role);
        return house.nobody().signIn(login, House.PASSWORD);
    }

    private static String change(Visitor visitor, String current, String password, String again) {
        return visitor.post("/account", "/account/password", "current", current, "password", password, "again", again)
                .page()
                .select(".trouble")
                .text();
    }

    private Visitor.Answer bearing(String token, String method, String path) {
        return house.nobody().json(method, path, token, "");
    }
}
