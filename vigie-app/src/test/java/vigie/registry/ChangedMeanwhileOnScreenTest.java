package vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.Browser;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Actor;
import vigie.people.Grant;
import vigie.people.Role;

/** What who comes second sees of it, in a browser. */
@InTheHouse
class ChangedMeanwhileOnScreenTest {
    @Autowired
    House.Keys house;

    @Autowired
    OrganisationRegister organisations;

    @Test
    void the_form_tells_and_shows_both_on_desk_and_telephone_by_day_and_night_and_is_saved_again() {
        var ada = new Actor(
                house.people().named(login()).orElseThrow().person(),
                login(),
                "Ada",
                java.util.Set.of(Grant.everywhere(Role.ADMINISTRATOR)),
                null);
        var name = "Laboratory " + UUID.randomUUID();
        var id = organisations.add(ada, said("name", name, "kind", "laboratory", "town", "Orsay"));
        try (var browser = new Browser(house.url())) {
            browser.choose("fr", "light").signIn(login(), House.PASSWORD);
            browser.size(1280, 900).go("/registry/organisations/" + id);
            browser.page().fill("#town", "Annecy");
            browser.page().fill("#reason", "déménagement");
            organisations.change(ada, id, said("town", "Lyon", "officialName", "Laboratoire de Lyon"));
            browser.page().click("form:has(#reason) button.primary");

            assertThat(browser.page().textContent(".trouble")).contains("modifié entre-temps", "town: Orsay → Lyon");
            assertThat(browser.page().inputValue("#town")).isEqualTo("Annecy");
            assertThat(browser.page().textContent(".field:has(#town)")).contains("Valeur actuelle : Lyon");
            assertThat(browser.page().textContent(".field:has(#officialName)"))
                    .contains("Valeur actuelle : Laboratoire de Lyon");
            for (var theme : List.of("light", "dark")) {
                browser.page().evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
                for (var width : List.of(1280, 390, 320)) {
                    browser.size(width, 844);
                    browser.picture("changed-meanwhile-" + theme + "-" + width);
                    assertThat(browser.overflow()).as(width + " wide").isZero();
                    assertThat(browser.breaches()).isEmpty();
                }
            }
            browser.page().click("form:has(#reason) button.primary");
            assertThat(browser.page().textContent(".notice")).contains(name);
            assertThat(browser.page().inputValue("#town")).isEqualTo("Annecy");
        }
        assertThat(organisations.form(ada, id).fields())
                .filteredOn(field -> field.name().equals("town"))
                .extracting(FormField::value)
                .containsExactly("Annecy");
    }

    private String login() {
        house.as(Role.ADMINISTRATOR);
        return "t-administrator";
    }

    private static Written said(String... fields) {
        var form = new java.util.HashMap<String, String[]>(Map.of("reason", new String[] {"test"}));
        for (var i = 0; i < fields.length; i += 2) {
            form.put(fields[i], new String[] {fields[i + 1]});
        }
        return Written.on(form);
    }
}
