package vigie.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.journal.Deed;
import vigie.journal.Journal;
import vigie.people.Role;
import vigie.words.Words;

@InTheHouse
class TonguesTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    House.Keys house;

    @Autowired
    Tongues tongues;

    @Autowired
    Journal journal;

    private final String login = "tongue-" + NUMBER.incrementAndGet();
    private final String mail = login + "@example.org";
    private long person;
    private Visitor visitor;

    @BeforeEach
    void somebody() {
        person = house.accounts().open(login, "Salma " + login, mail, House.PASSWORD, Role.READER);
        visitor = house.nobody().signIn(login, House.PASSWORD);
    }

    private void choose(String language) {
        var page = visitor.post("/account", "/account/language", "language", language)
                .page();
        assertThat(page.select(".notice")).as(page.text()).hasSize(1);
        assertThat(page.select("select[name=language] option[selected]").val()).isEqualTo(language);
    }

    @Test
    void a_person_chooses_the_language_of_their_letters_and_takes_the_choice_back() {
        assertThat(tongues.of(mail)).isSameAs(Words.FRENCH);
        choose("en");
        assertThat(tongues.of(mail.toUpperCase(java.util.Locale.ROOT))).isSameAs(Words.ENGLISH);
        assertThat(tongues.apart(List.of(mail, "list@example.org", mail)))
                .isEqualTo(Map.of(Words.ENGLISH, List.of(mail), Words.FRENCH, List.of("list@example.org")));
        choose("");
        assertThat(tongues.of(mail)).isSameAs(Words.FRENCH);
        assertThat(journal.about("person:" + person))
                .extracting(Deed::deed, Deed::before, Deed::after)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple("account.language-changed", "en", ""),
                        org.assertj.core.groups.Tuple.tuple("account.language-changed", "", "en"));
    }

    @Test
    void a_language_that_the_house_does_not_speak_is_refused_at_its_field() {
        var page =
                visitor.post("/account", "/account/language", "language", "de").page();
        assertThat(page.select("#fault-language").text()).contains("'de'");
        assertThat(house.people().language(person)).isEmpty();
    }

    @Test
    void an_address_of_many_is_written_to_in_the_language_of_the_house() {
        var english = new Tongues(house.people(), "en");
        assertThat(english.of("rod@vigie.localdomain")).isSameAs(Words.ENGLISH);
        choose("fr");
        assertThat(english.of(mail)).isSameAs(Words.FRENCH);
        assertThatThrownBy(() -> new Tongues(house.people(), "de")).hasMessageContaining("'de' (expected: fr or en)");
    }

    @Test
    void who_is_no_longer_let_in_counts_as_unknown() {
        choose("en");
        house.people().setActive(person, false);
        assertThat(tongues.of(mail)).isSameAs(Words.FRENCH);
    }
}
