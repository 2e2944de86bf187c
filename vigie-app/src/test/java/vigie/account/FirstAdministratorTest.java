package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.House;
import vigie.InTheHouse;
import vigie.journal.Journal;
import vigie.people.People;
import vigie.people.Role;
import vigie.timekeeper.MovableClock;
import vigie.timekeeper.TrueTime;
import vigie.words.Refusal;

@InTheHouse
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {
    @Autowired
    House.Keys house;

    @Autowired
    FirstAdministrator first;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountChanges changes;

    @Autowired
    People people;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    Environment environment;

    private List<Map<String, Object>> passwords = List.of();

    /** The house of the tests has accounts; for this test their passwords step outside. */
    @BeforeEach
    void nobody_has_an_account() {
        passwords = sql.sql("delete from account.password returning person, hash, set_at, changes")
                .query()
                .listOfRows();
    }

    @AfterEach
    void they_come_back() {
        for (var row : passwords) {
            sql.sql(
                            "insert into account.password (person, hash, set_at, changes) values (:person, :hash, :set_at, :changes)")
                    .params(row)
                    .update();
        }
    }

    @Test
    void the_link_on_the_console_opens_the_first_account_once() {
        var path = first.path();
        var visitor = house.nobody();
        assertThat(visitor.get(path).page().select("h1").text()).isEqualTo("Welcome to Vigie");
        var typo = visitor.post(path, path, form("t-first-typo", "a long enough password", "another one"));
        assertThat(typo.page().select(".trouble").text()).contains("differ");
        assertThat(typo.page().select("#login").val()).isEqualTo("t-first-typo");
        assertThat(visitor.post(path, path, form("t-first-short", "short", "short"))
                        .page()
                        .select(".trouble")
                        .text())
                .contains("5 bytes");
        var done = visitor.post(path, path, form("t-first", "a long enough password", "a long enough password"));
        assertThat(done.whole().uri().getPath()).isEqualTo("/sign-in");
        assertThat(done.page().select(".notice").text()).contains("Sign in");
        visitor.signIn("t-first", "a long enough password");
        assertThat(visitor.get("/accounts").status()).isEqualTo(200);
        assertThat(people.named("t-first").orElseThrow().is(Role.ADMINISTRATOR)).isTrue();
        assertThat(house.nobody().get(path).status()).isEqualTo(404);
    }

    @Test
    void a_wrong_link_a_replaced_one_and_one_after_the_first_account_open_nothing() {
        var replaced = first.path();
        var path = first.path();
        assertThat(house.nobody().get("/welcome/guessed").status()).isEqualTo(404);
        assertThat(house.nobody().get(replaced).status()).isEqualTo(404);
        assertThat(house.nobody().get(path).status()).isEqualTo(200);
        accounts.open("t-first-other", "Odile", "", House.PASSWORD, Role.READER);
        assertThat(house.nobody().get(path).status()).isEqualTo(404);
        house.nobody().post("/sign-in", path, form("t-first-late", House.PASSWORD, House.PASSWORD));
        assertThat(people.named("t-first-late")).isEmpty();
    }

    @Test
    void the_link_ends_after_a_day_of_true_time() {
        var clock = new MovableClock(House.BEGIN);
        var link = new FirstAdministrator(people, accounts, changes, journal, transaction, new TrueTime(clock));
        var secret = link.path().substring("/welcome/".length());
        clock.moveTo(House.BEGIN.plus(Duration.ofHours(24)).minusSeconds(1));
        link.mustBe(secret);
        clock.moveTo(House.BEGIN.plus(Duration.ofHours(24)));
        assertThatThrownBy(() -> link.mustBe(secret)).isInstanceOf(Refusal.class);
    }

    @Test
    void each_start_without_an_account_prints_a_link_and_one_with_an_account_prints_none(CapturedOutput console) {
        var invited = new FirstAdministratorIsInvited(first, accounts, environment);
        invited.invite();
        var link = console.getOut()
                .lines()
                .filter(line -> line.startsWith("WELCOME http://localhost:"))
                .findFirst()
                .orElseThrow();
        assertThat(house.nobody().get(link.substring(link.indexOf("/welcome/"))).status())
                .isEqualTo(200);
        accounts.open("t-first-there", "Maud", "", House.PASSWORD, Role.READER);
        invited.invite();
        assertThat(console.getOut().lines().filter(line -> line.startsWith("WELCOME ")))
                .hasSize(1);
    }

    private static String[] form(String login, String password, String again) {
        return new String[] {
            "login", login, "name", "Ada Premier", "mail", "ada@example.org", "password", password, "again", again
        };
    }
}
