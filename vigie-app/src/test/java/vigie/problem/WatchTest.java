package vigie.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Registrar;
import vigie.registry.ServiceId;

@InTheHouse
class WatchTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Problems problems;

    @Autowired
    Watches watches;

    @Autowired
    Silences silences;

    Trouble trouble;

    @BeforeEach
    void a_site() {
        trouble = new Trouble(house, registrar, tokens);
    }

    @ParameterizedTest
    @CsvSource({
        "OPS,ops,false,true",
        "OPS,,true,true",
        "OPS,atlas,false,false",
        "VOS,ops,false,false",
        "VOS,atlas,true,true",
        "BOTH,ops,true,true",
        "BOTH,atlas,false,true",
        "GROWING,ops,true,true",
        "GROWING,ops,false,false",
        "GROWING,atlas,true,false",
        "GROWING,atlas,false,true",
        "SELF,ops,true,false",
        "SELF,atlas,false,false"
    })
    void which_check_raises_a_problem(Watch watch, String vo, boolean onProbation, boolean lets) {
        assertThat(watch.lets(vo == null ? "" : vo, onProbation)).isEqualTo(lets);
    }

    @Test
    void a_site_that_watches_itself_raises_no_problem_until_it_no_longer_does() {
        watches.ofSite(Actor.HOUSE, trouble.site, Watch.SELF, "we look ourselves");
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        assertThat(trouble.open(problems)).isEmpty();
        watches.ofSite(Actor.HOUSE, trouble.site, null, "no longer");
        house.settle();
        assertThat(trouble.open(problems)).hasSize(1);
    }

    @Test
    void a_site_of_which_only_checks_that_do_not_count_are_heard_is_reported() {
        trouble.service("se");
        trouble.says("OK", "se", "put", "");
        assertThat(coverage().covered()).isTrue();
        watches.ofSite(Actor.HOUSE, trouble.site, Watch.VOS, "mature");
        assertThat(coverage().covered()).isFalse();
        assertThat(house.as(Role.READER)
                        .get("/problems/watch")
                        .page()
                        .select("main table")
                        .text())
                .contains(trouble.name);
    }

    private Watches.Coverage coverage() {
        return watches.coverage().stream()
                .filter(one -> one.site().id().equals(trouble.site))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_silence_holds_a_problem_and_when_it_ends_the_problem_comes_back() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var id = trouble.open(problems).getFirst().id();
        silences.begin(
                Actor.HOUSE,
                trouble.site,
                new ServiceId(0),
                "put",
                trouble.now().plus(Duration.ofHours(3)),
                "works");
        assertThat(problems.problem(id).orElseThrow().held()).isNotNull();
        house.advance(Duration.ofHours(4));
        var problem = problems.problem(id).orElseThrow();
        assertThat(problem.held()).isNull();
        assertThat(problem.returned()).isNotNull();
    }

    @Test
    void a_silence_needs_a_reason_and_an_end_and_is_begun_and_ended_on_its_page() {
        trouble.service("se");
        trouble.says("CRITICAL", "se", "put", "");
        var id = trouble.open(problems).getFirst().id();
        var ada = house.as(Role.DUTY_OPERATOR);
        var path = "/problems/silences";
        assertThat(ada.post(path, path, "site", trouble.name, "hours", "5", "reason", " ")
                        .page()
                        .select("#fault-reason"))
                .hasSize(1);
        assertThat(ada.post(path, path, "site", trouble.name, "hours", "721", "reason", "x")
                        .page()
                        .select("#fault-hours"))
                .hasSize(1);
        var page = ada.post(path, path, "site", trouble.name, "hours", "5", "reason", "works on " + trouble.name);
        assertThat(page.page().select("main table").text()).contains("works on " + trouble.name);
        assertThat(problems.problem(id).orElseThrow().held()).isNotNull();
        var silence = silences.running().stream()
                .filter(one -> one.site().equals(trouble.site))
                .findFirst()
                .orElseThrow();
        ada.post(path, path + "/" + silence.id() + "/end");
        assertThat(problems.problem(id).orElseThrow().held()).isNull();
        assertThat(problems.problem(id).orElseThrow().returned()).isNotNull();
    }
}
