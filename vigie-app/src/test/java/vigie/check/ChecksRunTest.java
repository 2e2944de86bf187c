package vigie.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.monitor.MetricKey;
import vigie.monitor.Statuses;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Federation;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.Service;
import vigie.status.Status;

@InTheHouse
class ChecksRunTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Federation federation;

    @Autowired
    Statuses statuses;

    @Autowired
    Checks checks;

    @Autowired
    Plan plan;

    @Autowired
    ProfileTable profiles;

    @Test
    void a_service_that_answers_is_ok_and_one_that_does_not_is_critical_at_once_where_the_clock_stands()
            throws Exception {
        try (var open = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var service = service(open.getLocalPort());
            var check = plan.of(service).keySet().iterator().next();
            assertThat(checks.run(check).status()).isEqualTo(Status.OK);
            assertThat(hard(service)).isEqualTo(Status.OK);
            assertThat(plan.isDue(check.key(), house.clock().instant())).isFalse();
            open.close();
            assertThat(checks.run(check).status()).isEqualTo(Status.CRITICAL);
            assertThat(hard(service)).isEqualTo(Status.CRITICAL);
            house.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void it_falls_due_again_and_the_due_time_is_kept() throws Exception {
        var service = service(1);
        var check = plan.of(service).keySet().iterator().next();
        checks.run(check);
        var next = plan.of(service).get(check).orElseThrow();
        assertThat(next).isEqualTo(house.clock().instant().plus(check.profile().every()));
        plan.forgetProfiles();
        assertThat(plan.of(service).get(check)).contains(next);
        assertThat(plan.isDue(check.key(), next)).isTrue();
    }

    @Test
    void while_the_hand_moves_a_check_says_twice_what_it_finds_and_runs_again_on_arrival() {
        var service = service(1);
        var check = plan.of(service).keySet().iterator().next();
        var left = house.clock().instant();
        var second = Duration.ofSeconds(1);
        plan.ran(check, left, second);
        for (var stop = 1; stop <= 2; stop++) {
            assertThat(taken(left.plusSeconds(2 * stop), Optional.of(left))).contains(check.key());
            plan.ran(check, left.plusSeconds(2 * stop), second);
        }
        var later = left.plus(Duration.ofDays(1));
        assertThat(taken(later, Optional.of(left))).doesNotContain(check.key());
        assertThat(plan.isDue(check.key(), later)).isTrue();
        assertThat(taken(later, Optional.empty())).contains(check.key());
    }

    private List<DueTable.Key> taken(Instant now, Optional<Instant> left) {
        var taken = plan.take(now, left);
        taken.forEach(plan::stopped);
        return taken.stream().map(Check::key).toList();
    }

    @Test
    void what_has_fallen_due_and_not_run_is_awaited_and_so_not_judged_to_be_silent() throws Exception {
        var service = service(1);
        var check = plan.of(service).keySet().iterator().next();
        checks.run(check);
        var falling = new ChecksFallDue(plan, checks, new AsRegistered(), house.clock(), true);
        var key = new MetricKey(service.id(), "vigie.tcp", "");
        var next = plan.of(service).get(check).orElseThrow();
        assertThat(falling.isDue(key, next.minusSeconds(1))).isFalse();
        assertThat(falling.isDue(key, next)).isTrue();
        assertThat(new ChecksFallDue(plan, checks, new AsRegistered(), house.clock(), false).isDue(key, next))
                .as("nothing runs by itself")
                .isFalse();
    }

    @Test
    void the_button_runs_a_check_for_who_may_over_that_site_only() {
        var service = service(1);
        var path = "/services/" + service.id() + "/checks";
        var from = "/checks";
        var site = service.site().value();
        house.as(Role.DUTY_OPERATOR).post(from, path, "metric", "vigie.tcp");
        assertThat(hard(service)).isEqualTo(Status.CRITICAL);
        assertThat(house.over(Role.SITE_ADMINISTRATOR, site + 1_000_000)
                        .post(from, path, "metric", "vigie.tcp")
                        .status())
                .isEqualTo(403);
        assertThat(house.as(Role.READER).post(from, path, "metric", "vigie.tcp").status())
                .isEqualTo(403);
    }

    @Test
    void profiles_are_changed_by_who_may_and_a_wrong_command_is_told_at_its_field() {
        var manager = house.as(Role.NGI_MANAGER);
        var type = "org.example.type" + COUNT.incrementAndGet();
        var added = manager.post("/checks/new", "/checks/0", fields(type, "tcp $HOST$ $PORT$"));
        assertThat(added.status()).isEqualTo(200);
        var made = profiles.all().stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
        var form = "/checks/" + made.id();
        var refused = manager.post(form, form, fields(type, "/bin/sh -c id"));
        assertThat(refused.page().select("#fault-command").text()).contains("/bin/sh");
        assertThat(refused.page().select("#command").val()).isEqualTo("/bin/sh -c id");
        assertThat(house.as(Role.DUTY_OPERATOR)
                        .post("/checks", form, fields(type, "tcp $HOST$ 1"))
                        .status())
                .isEqualTo(403);
        manager.post(form, form + "/remove", "reason", "no longer needed");
        assertThat(profiles.find(made.id())).isEmpty();
        assertThat(house.as(Role.READER)
                        .get("/checks")
                        .page()
                        .select("table.list tbody tr")
                        .size())
                .isGreaterThan(10);
    }

    private static String[] fields(String type, String command) {
        return new String[] {
            "type",
            type,
            "metric",
            "test.tcp",
            "command",
            command,
            "every",
            "300",
            "again",
            "60",
            "attempts",
            "3",
            "patience",
            "5",
            "running",
            "true",
            "reason",
            "a test"
        };
    }

    private Service service(int port) {
        var name = "CHECKED-" + COUNT.incrementAndGet();
        registrar.add(Actor.HOUSE, SiteEntry.of(name, "NGI_FRANCE", "contact@checked.example"), "a test");
        var id = registrar.add(Actor.HOUSE, ServiceEntry.of(name, "127.0.0.1", "XRootD", port, ""), "a test");
        return federation.service(id).orElseThrow();
    }

    private Status hard(Service service) {
        return statuses.of(new MetricKey(service.id(), "vigie.tcp", ""))
                .orElseThrow()
                .state()
                .hard();
    }
}
