package vigie;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.people.Role;

/** The keyboard drives the house; and on a telephone the menu opens without any script. */
@InTheHouse
class KeyboardTest {
    @Autowired
    House.Keys house;

    private Browser browser;

    @BeforeEach
    void open() {
        house.as(Role.NGI_MANAGER);
        browser = new Browser(house.url()).signIn("t-ngi-manager", House.PASSWORD);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void g_and_a_letter_go_to_a_page_and_a_question_mark_lists_the_keys() {
        browser.page().keyboard().press("g");
        browser.page().keyboard().press("m");
        browser.page().waitForURL("**/meetings");
        browser.page().keyboard().press("?");
        browser.page().waitForURL("**/shortcuts");
    }

    @Test
    void letters_typed_into_a_field_go_nowhere() {
        browser.go("/journal");
        browser.page().keyboard().press("/");
        browser.page().keyboard().type("g?m");
        assertThat(browser.page().inputValue("#subject")).isEqualTo("g?m");
        assertThat(path()).isEqualTo("/journal");
    }

    @Test
    void single_letters_can_be_switched_off() {
        browser.go("/shortcuts");
        browser.page().check("#keys-off");
        browser.go("/journal");
        browser.page().keyboard().press("/");
        assertThat(browser.page().evaluate("() => document.activeElement.id")).isNotEqualTo("subject");
    }

    @Test
    void on_a_telephone_the_menu_opens_without_a_script() {
        browser.withoutScripts().size(390, 800).go("/meetings");
        var entry = browser.page().locator(".menu a[href='/journal']");
        assertThat(entry.isVisible()).isFalse();
        browser.page().click(".open-menu");
        assertThat(entry.isVisible()).isTrue();
        entry.click();
        browser.page().waitForURL("**/journal");
        assertThat(browser.page().locator(".menu a[href='/journal']").isVisible())
                .isFalse();
    }

    private String path() {
        return URI.create(browser.page().url()).getPath();
    }
}
