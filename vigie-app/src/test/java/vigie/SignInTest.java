package vigie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.people.Role;

@InTheHouse
class SignInTest {
    @Autowired
    House.Keys house;

    @Test
    void the_sign_in_page_is_open_to_all_and_the_rest_is_not() {
        assertThat(house.nobody().get("/sign-in").status()).isEqualTo(200);
        assertThat(house.nobody().get("/sites").whole().uri().getPath()).isEqualTo("/sign-in");
        assertThat(house.nobody().get("/api/v1/sites").status()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_says_neither_which_was_wrong_nor_lets_in() {
        house.as(Role.READER);
        var page = house.nobody().post("/sign-in", "/sign-in", "login", "t-reader", "password", "wrong");
        assertThat(page.page().select(".trouble").text()).isEqualTo("Wrong login or password.");
    }

    @Test
    void who_has_signed_in_is_named_on_the_page_and_may_leave() {
        var visitor = house.as(Role.DUTY_OPERATOR);
        assertThat(visitor.get("/nowhere").page().select(".who").text()).isEqualTo("Test DUTY_OPERATOR");
    }

    @Test
    void nothing_at_an_address_is_said_in_words_with_status_404() {
        var answer = house.as(Role.READER).get("/nowhere");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.page().select(".trouble").text()).contains("/nowhere");
    }
}
