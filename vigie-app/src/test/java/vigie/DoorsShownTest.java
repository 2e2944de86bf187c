package vigie;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vigie.people.Role;

/** Whoever follows the links that a page shows them arrives: nobody is shown a door that is shut to them. */
@InTheHouse
class DoorsShownTest {
    /** Enough to see each kind of page; what is longer is a list that leads to more of the same. */
    private static final int ENOUGH = 400;

    @Autowired
    House.Keys house;

    @Autowired
    ApplicationContext rooms;

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_link_shown_to_a_role_opens_for_it(Role role) {
        Scene.lay(house, rooms);
        var visitor = house.as(role);
        var open = new ArrayDeque<>(java.util.List.of("/"));
        var kinds = new HashSet<String>();
        var shut = new ArrayList<String>();
        while (!open.isEmpty() && kinds.size() < ENOUGH) {
            var path = open.poll();
            var answer = visitor.get(path);
            if (answer.status() != 200) {
                shut.add(path + " answers " + answer.status());
                continue;
            }
            for (var link : answer.page().select("nav a[href], main a[href], footer a[href]")) {
                var to = URI.create(link.absUrl("href").isEmpty() ? link.attr("href") : link.absUrl("href"));
                if ("localhost".equals(to.getHost()) && kinds.add(kind(to))) {
                    open.add(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
                }
            }
        }
        assertThat(kinds).hasSizeGreaterThan(8);
        assertThat(shut).isEmpty();
    }

    /** Pages of one kind differ in numbers and names only. */
    private static String kind(URI to) {
        var query = to.getQuery() == null ? "" : to.getQuery().replaceAll("=[^&]*", "");
        return to.getPath().replaceAll("\\d+", "N").replaceAll("^/sites/[^/]+", "/sites/X") + "?" + query;
    }
}
