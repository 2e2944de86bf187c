package vigie.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Role;
import vigie.registry.Registrar;
import vigie.status.Status;

@InTheHouse
class MetricsAreShownTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Statuses statuses;

    @Autowired
    Results results;

    @Autowired
    ResultTable table;

    @Test
    void the_page_of_a_metric_shows_its_state_its_changes_its_figures_and_its_results() {
        var watch = new Watch(house, registrar, tokens);
        var ce = watch.service("ce", "HTCondorCE");
        var now = watch.now();
        watch.send("[" + watch.row("ce", "HTCondorCE", "org.example.Job <b>", "OK", now.minus(Duration.ofHours(1)))
                + "," + watch.row("ce", "HTCondorCE", "org.example.Job <b>", "CRITICAL", now) + "]");
        var page = house.as(Role.READER)
                .get("/services/" + ce + "/metrics?vo=ops&metric=org.example.Job%20%3Cb%3E")
                .page();
        assertThat(page.select("h1").text()).startsWith("org.example.Job <b> on ce.");
        assertThat(page.select("svg.strip rect").eachAttr("data-state")).contains("OK", "CRITICAL");
        assertThat(page.select("ol.timeline li")).hasSize(2);
        assertThat(page.text()).contains("time").contains("CRITICAL it is").contains("mon.example");
        assertThat(house.as(Role.READER)
                        .get("/services/" + ce + "/metrics?metric=none")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_failure_of_a_check_of_ours_is_believed_only_when_it_has_come_often_enough() {
        var watch = new Watch(house, registrar, tokens);
        var ce = watch.service("ce", "HTCondorCE");
        var key = new MetricKey(ce, "own", "");
        for (var minute = 0; minute < 3; minute++) {
            results.take(List.of(new Result(
                    ce,
                    "own",
                    "",
                    Status.CRITICAL,
                    watch.now().minus(Duration.ofMinutes(10L - minute)),
                    "down",
                    "",
                    "",
                    "here",
                    3,
                    Duration.ofHours(1),
                    true)));
            assertThat(statuses.of(key).orElseThrow().state().hard())
                    .isEqualTo(minute < 2 ? Status.MISSING : Status.CRITICAL);
        }
        house.advance(Duration.ofHours(2));
        assertThat(statuses.of(key).orElseThrow().state().hard())
                .as("nobody runs it any more")
                .isEqualTo(Status.MISSING);
    }

    @Test
    void days_that_were_kept_long_enough_go_and_those_ahead_are_made() {
        house.settle();
        var today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
        var partitions = partitions();
        assertThat(partitions).contains(name(today), name(today.plusDays(1)), name(today.plusDays(2)));
        var old = LocalDate.of(2001, 1, 1);
        table.open(List.of(old));
        assertThat(partitions()).contains(name(old));
        table.forgetBefore(today.minusDays(90));
        assertThat(partitions()).doesNotContain(name(old)).contains(name(today));
    }

    private List<String> partitions() {
        return house.sql()
                .sql("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = 'monitor.result'::regclass")
                .query(String.class)
                .list();
    }

    private static String name(LocalDate day) {
        return "result_" + day.toString().replace("-", "");
    }
}
