package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Role;

/** Who may what, asked of the running application. The whole table is left in {@code target/who-may-what.txt}. */
@InTheHouse
class RoutesTest {
    @Autowired
    House.Keys house;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private List<Route> routes = List.of();

    @BeforeEach
    void they_are_listed() throws IOException {
        routes = Route.all(mapping);
        var table = new StringBuilder();
        for (var route : routes) {
            table.append("%-60s %-20s".formatted(route, route.asks() ? route.right() : "anyone"));
            for (var role : Role.values()) {
                table.append(
                        route.isOpen() || route.lets(role) ? " " + role.name().charAt(0) : " -");
            }
            table.append('\n');
        }
        Files.writeString(Path.of("target/who-may-what.txt"), table);
    }

    @Test
    void every_route_either_names_a_right_or_says_that_it_is_open_to_anyone() {
        assertThat(routes).isNotEmpty().allMatch(route -> route.asks() != route.isOpen());
    }

    @Test
    void only_signing_in_and_how_a_page_looks_are_open_to_anyone() {
        assertThat(routes.stream().filter(Route::isOpen).map(Route::pattern).distinct())
                .containsExactlyInAnyOrder(
                        "/duty/{word}/calendar.ics",
                        "/error",
                        "/language",
                        "/sign-in",
                        "/sign-in/stale",
                        "/sign-in/wait",
                        "/theme",
                        "/welcome/{secret}");
    }

    /** Beside a column for each role there are two that hold no right at all; each cell is tried below. */
    @Test
    void more_is_denied_than_allowed() {
        var allowed = 0;
        var denied = 0;
        for (var route : routes) {
            if (route.writes() && route.asks()) {
                denied += 2;
                for (var role : Role.values()) {
                    if (route.lets(role)) {
                        allowed++;
                    } else {
                        denied++;
                    }
                }
            }
        }
        assertThat(denied).as("denied cells, against %d allowed", allowed).isGreaterThan(allowed);
    }

    @Test
    void what_the_table_denies_the_running_house_denies() {
        var answered = new ArrayList<String>();
        for (var role : Role.values()) {
            var visitor = house.as(role);
            for (var route : routes) {
                if (route.asks() && !route.lets(role)) {
                    var answer = route.writes()
                            ? visitor.ask(route.method(), route.address(), route.type(), "")
                            : visitor.get(route.address());
                    if (answer.status() != 403) {
                        answered.add(role + " " + route + ": " + answer.status());
                    }
                }
            }
        }
        assertThat(answered).isEmpty();
    }

    @Test
    void who_has_signed_in_and_has_no_role_gets_nowhere() {
        var answered = new ArrayList<String>();
        var guest = house.withoutRole();
        for (var route : routes) {
            if (route.asks()) {
                var answer = route.writes()
                        ? guest.ask(route.method(), route.address(), route.type(), "")
                        : guest.get(route.address());
                if (answer.status() != 403) {
                    answered.add(route + ": " + answer.status());
                }
            }
        }
        assertThat(answered).isEmpty();
    }

    @Test
    void who_has_not_signed_in_gets_nowhere() {
        var answered = new ArrayList<String>();
        var nobody = house.nobody();
        for (var route : routes) {
            if (route.asks()) {
                var answer = route.writes()
                        ? nobody.ask(route.method(), route.address(), route.type(), "")
                        : nobody.get(route.address());
                var ledToTheDoor = answer.whole().uri().getPath().equals("/sign-in");
                if (answer.status() != 401 && !ledToTheDoor) {
                    answered.add(route + ": " + answer.status());
                }
            }
        }
        assertThat(answered).isEmpty();
    }

    @Test
    void a_role_that_no_route_lets_in_is_a_mistake() {
        assertThat(Arrays.stream(Role.values()))
                .allMatch(role -> routes.stream().anyMatch(route -> route.asks() && route.lets(role)));
    }
}
