package vigie.check;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.House;
import vigie.Vigie;
import vigie.monitor.MetricKey;
import vigie.monitor.Statuses;
import vigie.people.Actor;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.ServiceId;
import vigie.status.Status;

/** A house of its own that lives by the clock on the wall, and in which nobody presses a button. */
class ChecksRunByThemselvesTest {
    private static final String TYPE = "org.example.wall";

    @TempDir
    Path folder;

    @Test
    void a_check_that_falls_due_is_run_again_and_again_by_the_clock_on_the_wall() throws Exception {
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        try (var open = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var house = house()) {
            var service = service(house, open.getLocalPort());
            House.eventually(() -> hard(house, service) == Status.OK);
            House.eventually(() -> results(house, service) >= 2);
            open.close();
            House.eventually(() -> hard(house, service) == Status.CRITICAL);
        }
    }

    private ConfigurableApplicationContext house() {
        return new SpringApplicationBuilder(Vigie.class)
                .run("--server.port=0", "--vigie.data=" + folder.resolve("data"), "--vigie.first-administrator=no");
    }

    private static ServiceId service(ConfigurableApplicationContext house, int port) {
        house.getBean(ProfileTable.class)
                .add(new Profile(
                        0,
                        TYPE,
                        "tcp",
                        "tcp $HOST$ $PORT$",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        1,
                        Duration.ofSeconds(5),
                        true,
                        Duration.ZERO));
        var registrar = house.getBean(Registrar.class);
        registrar.add(Actor.HOUSE, SiteEntry.of("WALL", "NGI_FRANCE", "contact@wall.example"), "a test");
        var service = registrar.add(Actor.HOUSE, ServiceEntry.of("WALL", "127.0.0.1", TYPE, port, ""), "a test");
        house.getBean(Plan.class).forgetProfiles();
        return service;
    }

    private static Status hard(ConfigurableApplicationContext house, ServiceId service) {
        return house.getBean(Statuses.class)
                .of(new MetricKey(service, "tcp", ""))
                .map(state -> state.state().hard())
                .orElse(Status.MISSING);
    }

    private static long results(ConfigurableApplicationContext house, ServiceId service) {
        return house.getBean(JdbcClient.class)
                .sql(
                        "select count(*) from monitor.result r join monitor.metric m on m.id = r.metric where m.service = ?")
                .param(service.value())
                .query(Long.class)
                .single();
    }
}
