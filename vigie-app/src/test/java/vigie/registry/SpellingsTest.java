package vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor.Answer;
import vigie.account.Tokens;
import vigie.journal.Deed;
import vigie.journal.Journal;
import vigie.people.Right;
import vigie.people.Role;

/** How persons are spelled, over the API. */
@InTheHouse
class SpellingsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    House.Keys house;

    @Autowired
    Tokens tokens;

    @Autowired
    Persons persons;

    @Autowired
    Journal journal;

    private final String site = "SPELL-" + NUMBER.incrementAndGet();
    private final String yves = "Yves Exemple " + site;
    private final String spelling = "Y. Exemple " + site;
    private String token = "";

    @BeforeEach
    void a_person_with_a_spelling() {
        token = tokenOf(Role.NGI_MANAGER);
        api("/api/v1/sites", "{'name':'%s','reason':'test'}".formatted(site));
        api("/api/v1/sites/" + site + "/contacts", "{'role':'Site Administrator','name':'%s'}".formatted(yves));
        assertThat(spell().status()).isEqualTo(201);
    }

    private String tokenOf(Role role) {
        house.as(role);
        var login = "t-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return tokens.make(
                house.people().named(login).orElseThrow().person(),
                site,
                EnumSet.allOf(Right.class),
                Duration.ofDays(1));
    }

    private Answer api(String path, String body) {
        return house.nobody().json("POST", path, token, body.replace('\'', '"'));
    }

    private Answer spell() {
        return api(
                "/api/v1/persons/spellings",
                "{'spelling':'%s','name':'%s','reason':'as he signs'}".formatted(spelling, yves));
    }

    private Answer unspell(String name, String reason) {
        return api(
                "/api/v1/persons/spellings/remove",
                "{'spelling':'%s','name':'%s','reason':'%s'}".formatted(spelling, name, reason));
    }

    @Test
    void a_spelling_is_removed_with_a_reason_and_given_back() {
        assertThat(persons.called(spelling)).isEqualTo(yves);
        assertThat(unspell("", "").text()).contains("\"field\":\"reason\"");
        assertThat(unspell("Maud Exemple", "another").text()).contains("\"field\":\"name\"", yves);
        assertThat(persons.called(spelling)).isEqualTo(yves);

        var removed = unspell(yves, "that was his brother");

        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.text()).contains("{\"name\":\"" + yves + "\",\"spellings\":[]");
        assertThat(persons.called(spelling)).isEqualTo(spelling);
        assertThat(journal.about("name:" + spelling).getFirst())
                .extracting(Deed::deed, Deed::before, Deed::after, Deed::reason)
                .containsExactly("registry.deed.person-removed", yves, "", "that was his brother");
        assertThat(unspell("", "twice").status()).isEqualTo(422);
        assertThat(spell().status()).isEqualTo(201);
        assertThat(persons.called(spelling)).isEqualTo(yves);
    }

    @Test
    void who_edits_no_federation_removes_no_spelling() {
        token = tokenOf(Role.DUTY_OPERATOR);
        assertThat(unspell("", "x").status()).isEqualTo(403);
        assertThat(persons.called(spelling)).isEqualTo(yves);
    }
}
