package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Grant;
import vigie.people.People;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;

@InTheHouse
class AccountPagesTest {
    @Autowired
    House.Keys house;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Journal journal;

    @Autowired
    Registrar registrar;

    @Test
    void an_administrator_adds_a_person_who_can_then_sign_in() {
        var answer = house.as(Role.ADMINISTRATOR)
                .post(
                        "/accounts",
                        "/accounts",
                        "login",
                        "T-Added",
                        "name",
                        "Odile Deux",
                        "mail",
                        "odile@example.org",
                        "password",
                        House.PASSWORD,
                        "role",
                        "DUTY_OPERATOR",
                        "reason",
                        "on duty");
        assertThat(answer.page().select("h1").text()).isEqualTo("Odile Deux");
        assertThat(answer.page().select(".notice").text()).isEqualTo("Odile Deux now has an account.");
        house.nobody().signIn("t-added", House.PASSWORD);
        var id = people.named("t-added").orElseThrow().person();
        assertThat(journal.about("person:" + id)).anySatisfy(deed -> {
            assertThat(deed.deed()).isEqualTo("account.added");
            assertThat(deed.who()).isEqualTo("t-administrator");
            assertThat(deed.reason()).isEqualTo("on duty");
        });
    }

    @Test
    void without_a_reason_nothing_changes_and_the_form_keeps_its_words() {
        var answer = house.as(Role.ADMINISTRATOR)
                .post(
                        "/accounts",
                        "/accounts",
                        "login",
                        "t-reasonless",
                        "name",
                        "Luc",
                        "password",
                        House.PASSWORD,
                        "role",
                        "READER",
                        "reason",
                        " ");
        assertThat(answer.page().select(".trouble").text()).contains("written into the journal");
        assertThat(answer.page().select("#login").val()).isEqualTo("t-reasonless");
        assertThat(people.named("t-reasonless")).isEmpty();
    }

    @Test
    void a_login_is_refused_where_it_is_taken_or_unfit() {
        var id = accounts.open("t-taken", "Maud", "", House.PASSWORD, Role.READER);
        assertThat(id).isPositive();
        assertThat(add("t-taken")).isEqualTo("The login 't-taken' is already taken.");
        assertThat(add("-dash")).startsWith("Login '-dash' (expected:");
    }

    @Test
    void roles_are_given_and_taken() {
        var id = accounts.open("t-roles", "Gilles", "", House.PASSWORD, Role.READER);
        var admin = house.as(Role.ADMINISTRATOR);
        var page = "/accounts/" + id;
        admin.post(page, page + "/give", "role", "SECURITY_OFFICER", "reason", "elected");
        admin.post(page, page + "/take", "role", "READER", "site", "0", "vo", "", "reason", "has more");
        assertThat(people.grants(id)).containsExactly(Grant.everywhere(Role.SECURITY_OFFICER));
        admin.post(page, page + "/give", "role", "VO_MANAGER", "vo", "biomed", "reason", "their VO");
        assertThat(admin.get(page).page().select("h3").eachText()).contains("VO manager · VO biomed");
        assertThat(journal.about("person:" + id))
                .extracting(deed -> deed.deed())
                .contains("account.given", "account.taken");
    }

    @Test
    void a_role_over_a_site_is_given_by_the_name_of_the_site_and_holds_there_alone() {
        var site = registrar
                .add(Actor.HOUSE, SiteEntry.of("ROLE-SITE", "NGI_FRANCE", ""), "test")
                .value();
        var id = accounts.open("t-over-site", "Ada", "", House.PASSWORD, Role.READER);
        var page = "/accounts/" + id;
        var answer = house.as(Role.ADMINISTRATOR)
                .post(page, page + "/give", "role", "SITE_ADMINISTRATOR", "site", "ROLE-SITE", "reason", "their site");
        assertThat(answer.page().select(".notice").text()).isEqualTo("Role given: Site administrator · ROLE-SITE.");
        var actor = people.actor(id).orElseThrow();
        assertThat(actor.may(Right.EDIT_REGISTRY, site)).isTrue();
        assertThat(actor.may(Right.EDIT_REGISTRY, site + 1)).isFalse();
    }

    @Test
    void a_role_that_reaches_beyond_a_site_is_not_held_over_one_and_that_of_a_site_not_everywhere() {
        var id = accounts.open("t-misheld", "Yves", "", House.PASSWORD, Role.READER);
        var admin = house.as(Role.ADMINISTRATOR);
        var page = "/accounts/" + id;
        assertThat(admin.post(page, page + "/give", "role", "SITE_ADMINISTRATOR", "reason", "r")
                        .page()
                        .select(".trouble")
                        .text())
                .contains("held over a site");
        assertThat(admin.post(page, page + "/give", "role", "SITE_ADMINISTRATOR", "site", "NOWHERE", "reason", "r")
                        .page()
                        .select(".trouble")
                        .text())
                .contains("no site 'NOWHERE'");
        assertThat(admin.post(page, page + "/give", "role", "EMPEROR", "reason", "r")
                        .page()
                        .select(".trouble")
                        .text())
                .contains("EMPEROR");
        assertThat(people.grants(id)).containsExactly(Grant.everywhere(Role.READER));
    }

    @Test
    void who_is_kept_out_is_out_at_once_and_may_come_back() {
        var id = accounts.open("t-kept-out", "Salma", "", House.PASSWORD, Role.READER);
        var visitor = house.nobody().signIn("t-kept-out", House.PASSWORD);
        assertThat(visitor.get("/account").status()).isEqualTo(200);
        var admin = house.as(Role.ADMINISTRATOR);
        var page = "/accounts/" + id;
        admin.post(page, page + "/active", "active", "false", "reason", "has left");
        assertThat(visitor.get("/account").whole().uri()).hasPath("/sign-in");
        assertThat(house.nobody()
                        .post("/sign-in", "/sign-in", "login", "t-kept-out", "password", House.PASSWORD)
                        .page()
                        .select(".trouble")
                        .text())
                .isEqualTo("Wrong login or password.");
        admin.post(page, page + "/active", "active", "true", "reason", "is back");
        visitor.signIn("t-kept-out", House.PASSWORD);
        assertThat(visitor.get("/account").status()).isEqualTo(200);
    }

    @Test
    void the_last_administrator_can_neither_be_taken_away_nor_kept_out() {
        var admin = house.as(Role.ADMINISTRATOR);
        var me = people.named("t-administrator").orElseThrow().person();
        var others = people.everyone().stream()
                .filter(person -> person.active() && person.id() != me)
                .filter(person -> people.grants(person.id()).contains(Grant.everywhere(Role.ADMINISTRATOR)))
                .toList();
        others.forEach(person -> people.setActive(person.id(), false));
        try {
            var page = "/accounts/" + me;
            assertThat(admin.post(page, page + "/take", "role", "ADMINISTRATOR", "reason", "tired")
                            .page()
                            .select(".trouble")
                            .text())
                    .contains("last administrator");
            admin.post(page, page + "/active", "active", "false", "reason", "tired");
            assertThat(admin.get("/accounts").status()).isEqualTo(200);
        } finally {
            others.forEach(person -> people.setActive(person.id(), true));
        }
    }

    @Test
    void a_forgotten_password_is_set_anew() {
        var id = accounts.open("t-forgot", "Luc", "", House.PASSWORD, Role.READER);
        var page = "/accounts/" + id;
        house.as(Role.ADMINISTRATOR)
                .post(page, page + "/password", "password", "quite another password", "reason", "forgotten");
        house.nobody().signIn("t-forgot", "quite another password");
    }

    @Test
    void nobody_else_sees_the_accounts() {
        assertThat(house.as(Role.NGI_MANAGER).get("/accounts").status()).isEqualTo(403);
        assertThat(house.as(Role.READER).get("/accounts/1").status()).isEqualTo(403);
        assertThat(house.as(Role.ADMINISTRATOR).get("/accounts/999999").status())
                .isEqualTo(404);
    }

    private String add(String login) {
        return house.as(Role.ADMINISTRATOR)
                .post(
                        "/accounts",
                        "/accounts",
                        "login",
                        login,
                        "name",
                        "Luc",
                        "password",
                        House.PASSWORD,
                        "role",
                        "READER",
                        "reason",
                        "r")
                .page()
                .select(".trouble")
                .text();
    }
}
