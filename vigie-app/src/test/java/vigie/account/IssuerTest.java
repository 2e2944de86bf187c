package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.IssuerOfTests;
import vigie.Visitor;
import vigie.people.Grant;
import vigie.people.People;
import vigie.people.Role;

/** The whole code flow over HTTP, with an issuer beside the house. */
@InTheHouse
class IssuerTest {
    private static final String THROUGH = "/oauth2/authorization/vigie";

    @Autowired
    House.Keys house;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Test
    void the_sign_in_page_offers_the_issuer_by_name() {
        assertThat(house.nobody()
                        .get("/sign-in")
                        .page()
                        .select("a[href=" + THROUGH + "]")
                        .text())
                .isEqualTo("Sign in through Federation");
    }

    @Test
    void somebody_new_may_read_and_is_the_same_person_the_next_time() {
        var visitor = comes(
                "sub-new",
                Map.of("preferred_username", "T New!", "name", "Salma Neuve", "email", "salma.neuve@example.org"));
        assertThat(visitor.get("/account").page().select(".who").text()).isEqualTo("Salma Neuve");
        var person = people.named("t-new-").orElseThrow();
        assertThat(person.grants()).containsExactly(Grant.everywhere(Role.READER));
        assertThat(visitor.get("/account").page().select("#change")).isEmpty();
        comes("sub-new", Map.of("preferred_username", "renamed", "name", "Salma N."));
        assertThat(people.named("renamed")).isEmpty();
    }

    @Test
    void a_verified_address_finds_the_person_that_an_unverified_one_does_not() {
        var id =
                accounts.open("t-issuer-luc", "Luc Trois", "luc.trois@example.org", House.PASSWORD, Role.DUTY_OPERATOR);
        var visitor = comes("sub-liar", Map.of("email", "luc.trois@example.org", "preferred_username", "t-liar"));
        assertThat(visitor.get("/account").page().select(".facts").text()).contains("t-liar");
        visitor = comes("sub-luc", Map.of("email", "Luc.Trois@example.org", "email_verified", true));
        assertThat(visitor.get("/account").page().select(".who").text()).isEqualTo("Luc Trois");
        people.setActive(id, false);
        assertThat(visitor.get("/account").whole().uri()).hasPath("/sign-in");
        assertThat(enters("sub-luc", Map.of()).whole().uri())
                .hasPath("/sign-in")
                .hasQuery("refused");
    }

    @Test
    void an_address_of_several_persons_opens_nothing() {
        accounts.open("t-shared-1", "Maud", "shared@example.org", House.PASSWORD, Role.READER);
        accounts.open("t-shared-2", "Yves", "shared@example.org", House.PASSWORD, Role.READER);
        var answer = enters("sub-shared", Map.of("email", "shared@example.org", "email_verified", true));
        assertThat(answer.whole().uri()).hasPath("/sign-in").hasQuery("refused");
        assertThat(answer.page().select(".trouble").text()).contains("through Federation did not succeed");
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() {
        var answer = house.nobody().get("/login/oauth2/code/vigie?code=forged&state=forged");
        assertThat(answer.whole().uri()).hasPath("/sign-in").hasQuery("refused");
    }

    private Visitor comes(String subject, Map<String, Object> claims) {
        var visitor = house.nobody();
        IssuerOfTests.nextComes(subject, claims);
        var answer = visitor.get(THROUGH);
        assertThat(answer.whole().uri().getPath()).isNotEqualTo("/sign-in");
        return visitor;
    }

    private Visitor.Answer enters(String subject, Map<String, Object> claims) {
        IssuerOfTests.nextComes(subject, claims);
        return house.nobody().get(THROUGH);
    }
}
