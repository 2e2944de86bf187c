package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Role;

@InTheHouse
class WrongPasswordsTest {
    @Autowired
    House.Keys house;

    @Autowired
    Accounts accounts;

    @Test
    void after_five_wrong_passwords_even_the_right_one_waits_whether_the_login_exists_or_not() {
        accounts.open("t-guessed", "Ada", "", House.PASSWORD, Role.READER);
        for (var login : new String[] {"t-guessed", "t-nobody-at-all"}) {
            for (var i = 0; i < 5; i++) {
                assertThat(sent(login, "wrong " + i).page().select(".trouble").text())
                        .isEqualTo("Wrong login or password.");
            }
            var waits = sent(login, House.PASSWORD);
            assertThat(waits.status()).isEqualTo(429);
            assertThat(waits.page().select(".trouble").text()).startsWith("Too many wrong passwords for this login.");
            assertThat(waits.whole().headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 900L);
        }
    }

    @Test
    void the_hash_for_nobody_costs_as_much_as_a_real_one() {
        assertThat(Accounts.NOBODYS).startsWith("$2a$10$").hasSize(60);
        assertThat(new BCryptPasswordEncoder(10).upgradeEncoding(Accounts.NOBODYS))
                .isFalse();
    }

    private vigie.Visitor.Answer sent(String login, String password) {
        return house.nobody().post("/sign-in", "/sign-in", "login", login, "password", password);
    }
}
