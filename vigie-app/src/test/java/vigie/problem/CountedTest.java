package vigie.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Role;
import vigie.registry.Registrar;

/** A number on a page opens the list behind it, and no other. */
@InTheHouse
class CountedTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Problems problems;

    Trouble trouble;

    @BeforeEach
    void a_site_in_trouble() {
        trouble = new Trouble(house, registrar, tokens);
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        assertThat(trouble.open(problems)).hasSize(1);
    }

    @Test
    void the_problems_of_a_site_are_those_that_its_number_opens() {
        var reader = house.as(Role.READER);
        var link = "/problems?text=" + trouble.name;
        assertThat(reader.get("/sites").page().select("a[href='" + link + "']")).hasSize(1);
        var list = reader.get(link).page();
        assertThat(list.select(".list tbody tr")).allMatch(row -> row.text().contains(trouble.name));
        var alarms = list.select(".list tbody a[href$='#alarms']").attr("href");
        assertThat(reader.get(alarms).page().select("#alarms")).hasSize(1);
    }

    @Test
    void the_alarms_are_read_page_by_page_and_past_the_last_stands_the_last() {
        var reader = house.as(Role.READER);
        var all = reader.get("/alarms?text=" + trouble.name).page();
        assertThat(all.select(".list tbody a[href=/sites/" + trouble.name + "]"))
                .hasSize(1);
        var last = reader.get("/alarms?page=99999").page();
        assertThat(last.select(".list tbody tr")).isNotEmpty();
        assertThat(last.select(".list tbody tr").size()).isLessThanOrEqualTo(100);
    }
}
