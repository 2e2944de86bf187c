package vigie.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Right;
import vigie.people.Role;

@InTheHouse
class MenuTest {
    @Autowired
    House.Keys house;

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_registry_by_hand_stands_in_the_menu_of_those_who_may_change_it(Role role) {
        var menu = house.as(role).get("/").page().select("nav.menu a[href=/registry]");
        assertThat(menu.eachText()).isEqualTo(Right.EDIT_REGISTRY.isHeldBy(role) ? List.of("Registry") : List.of());
    }

    @Test
    void each_entry_has_a_key_of_its_own() {
        assertThat(MenuEntry.ALL).extracting(MenuEntry::shortcut).doesNotHaveDuplicates();
    }
}
