package vigie.help;

import java.util.List;
import org.springframework.stereotype.Component;
import vigie.expertise.Lessons;
import vigie.expertise.Products;
import vigie.expertise.Sought;
import vigie.monitor.MetricState;
import vigie.words.Words;

/** Which solved cases are like what fails, and which software it is of: who is asked need not find them again. */
@Component
class SolvedBefore {
    private static final int SHOWN = 3;
    private static final double ALIKE = 0.3;

    private final Lessons lessons;
    private final Products products;
    private final Settings settings;

    SolvedBefore(Lessons lessons, Products products, Settings settings) {
        this.lessons = lessons;
        this.products = products;
        this.settings = settings;
    }

    List<String> like(List<MetricState> failing, Words words) {
        if (failing.isEmpty()) {
            return List.of();
        }
        var said = said(failing);
        var sought = new Sought(
                Evidence.shortened(said, 4000),
                failing.stream()
                        .map(one -> one.key().metric())
                        .filter(name -> name.length() <= 200)
                        .distinct()
                        .toList(),
                List.of(),
                products.namedIn(said),
                "");
        return lessons.like(sought, SHOWN).stream()
                .filter(found -> found.score() >= ALIKE)
                .map(found -> words.say(
                        "help.pack.case",
                        found.lesson().title(),
                        found.lesson().solution().replaceAll("\\s+", " "),
                        settings.url() + "/expertise/lessons/" + found.lesson().id()))
                .toList();
    }

    private static String said(List<MetricState> failing) {
        var said = new StringBuilder();
        failing.forEach(one -> said.append(one.key().metric())
                .append('\n')
                .append(one.summary().replaceAll("\\p{Cntrl}+", " "))
                .append('\n'));
        return said.toString();
    }
}
